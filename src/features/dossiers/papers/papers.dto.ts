import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { Nfc } from '../../../platform/http/nfc';

/** The service reads what stands in them, for page and API alike. */
export class IssueBody {
  @ApiPropertyOptional({
    example: '125',
    description: 'Chỉ ghi số; quyết định của cấp trên thì ghi cả ký hiệu',
  })
  @Nfc()
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  number?: string;

  @ApiPropertyOptional({ example: '2025-12-25' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  day?: string;

  @ApiPropertyOptional({
    example: 'KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC',
    description: 'Mỗi dòng cách nhau bằng dấu phẩy',
  })
  @Nfc()
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  authority?: string;

  @ApiPropertyOptional({ example: 'Nguyễn Văn An', description: 'Họ tên người ký' })
  @Nfc()
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  signer?: string;
}

export class WordingBody {
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Đề mục ghi khác mẫu, theo khóa; đề mục không có ở đây giữ như mẫu',
  })
  @IsOptional()
  @IsObject()
  headings?: Record<string, unknown>;

  @ApiProperty({
    type: [String],
    nullable: true,
    required: false,
    description: 'Các dòng căn cứ; null: theo luật hiện hành và kế hoạch',
  })
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  grounds?: string[] | null;
}
