import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { Nfc } from '../../platform/http/nfc';

/** What may be longer or name something unknown is told by the reader of the files. */
export class NewEvidence {
  @ApiProperty({ example: 'a', description: 'Mã tiêu chí' })
  @Nfc()
  @IsString()
  criterion!: string;

  @ApiProperty({ example: 'Báo cáo kết quả thực hiện' })
  @IsString()
  title!: string;

  @ApiPropertyOptional({ example: '10/BC-SKHCN', description: 'Số, ký hiệu văn bản' })
  @IsOptional()
  @IsString()
  document?: string;

  @ApiPropertyOptional({ description: 'Tên tệp' })
  @IsOptional()
  @IsString()
  file?: string;
}
