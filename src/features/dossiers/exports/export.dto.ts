import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { EXPORT_KINDS, type ExportKind } from './export-kind';

/** What a program wants to have exported. */
export class ExportOrder {
  @ApiProperty({
    enum: EXPORT_KINDS,
    description:
      'round: cả giai đoạn (ZIP); nomination: một đề nghị (PDF); documents: các nhóm đã chọn (ZIP)',
  })
  @IsIn(EXPORT_KINDS)
  kind!: ExportKind;

  @ApiPropertyOptional({ description: 'Mã của đề nghị, khi kind là nomination' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  nomination?: string;

  @ApiPropertyOptional({ type: [String], description: 'Các nhóm, khi kind là documents; ví dụ awards/BK' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  folders?: string[];

  @ApiPropertyOptional({ description: 'Kèm một tệp Word cạnh mỗi văn bản trong ZIP; mặc định không' })
  @IsOptional()
  @IsBoolean()
  word?: boolean;
}
