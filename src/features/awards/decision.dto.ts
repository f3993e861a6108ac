import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { Nfc } from '../../platform/http/nfc';
import { ReasonText } from '../../platform/http/reason-text';

export class NewDecision {
  @ApiProperty({ description: 'Mã định danh của phương án đề xuất' })
  @Nfc()
  @IsString()
  @MaxLength(36)
  proposal!: string;

  @ApiProperty({ example: 'TT-01', description: 'Mã đề nghị' })
  @Nfc()
  @IsString()
  @MaxLength(100)
  nomination!: string;

  @ApiProperty({ example: 'BK' })
  @Nfc()
  @IsString()
  @MaxLength(100)
  award!: string;

  @ReasonText('Bắt buộc khi quyết định khác phương án')
  reason?: string;

  @ApiPropertyOptional({ example: '125/QĐ-SKHCN' })
  @Nfc()
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  number?: string;

  @ApiPropertyOptional({ example: '2025-12-25' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  date?: string;
}

export class Retraction {
  @ReasonText('Lý do')
  reason = '';
}

/** A refusal or a revocation, by its paper. */
export class AwardEnding extends Retraction {
  @ApiProperty({ example: '2026-05-12', description: 'Ngày của văn bản' })
  @IsString()
  date!: string;

  @ApiProperty({ maxLength: 300, example: '1234/UBND-VX' })
  @Nfc()
  @IsString()
  document!: string;
}
