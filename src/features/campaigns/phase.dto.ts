import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsObject, IsOptional, IsString, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { Nfc } from '../../platform/http/nfc';
import { ReasonText } from '../../platform/http/reason-text';
import { MOST_PLACES } from './phase.service';

const DAY = 'Ngày quyết định, NĂM-THÁNG-NGÀY';

/** The settings of a phase; what stands in them is read as the head of a nominations document is. */
export class PhaseEdit {
  @ApiProperty({ example: '2025-12-20', description: DAY })
  @IsString()
  date!: string;

  @ApiPropertyOptional({ type: Object, example: { members: 9, present: 8, written: 1 } })
  @IsOptional()
  @IsObject()
  council?: object;
}

export class PhaseOpening extends PhaseEdit {
  @ApiPropertyOptional({
    type: Object,
    example: { 'tap-the': 40 },
    description: 'Số người tham gia theo bộ tiêu chí',
  })
  @IsOptional()
  @IsObject()
  participants?: object;
}

export class QuotaAmendment {
  @ApiProperty({ example: 'BK' })
  @Nfc()
  @IsString()
  @MaxLength(100)
  award!: string;

  @ApiProperty({ example: 'tap-the' })
  @Nfc()
  @IsString()
  @MaxLength(100)
  criteriaSet!: string;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    nullable: true,
    description: 'Số suất hiện có mà người điều chỉnh đã thấy; null khi chưa nêu',
  })
  @ValidateIf((_, from: unknown) => from !== null)
  @IsInt()
  @Min(0)
  @Max(MOST_PLACES)
  from!: number | null;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: MOST_PLACES })
  @IsInt()
  @Min(0)
  @Max(MOST_PLACES)
  max!: number;

  @ReasonText('Lý do')
  reason = '';

  @ApiPropertyOptional({ maxLength: 500, description: 'Văn bản cho phép điều chỉnh' })
  @Nfc()
  @IsOptional()
  @IsString()
  document?: string;
}
