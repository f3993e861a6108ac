import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsBoolean, IsIn, IsOptional, IsString } from 'class-validator';
import { ReasonText } from '../../../platform/http/reason-text';
import { BULK_STEPS, type BulkStep, MOST_AT_ONCE } from './bulk.steps';

/** One step with many nominations of a phase. */
export class BulkBody {
  @ApiProperty({ enum: BULK_STEPS })
  @IsIn(BULK_STEPS)
  step!: BulkStep;

  @ApiProperty({
    type: [String],
    minItems: 1,
    maxItems: MOST_AT_ONCE,
    description: 'Mã định danh (id) của các đề nghị',
  })
  @IsArray()
  @IsString({ each: true })
  nominations!: string[];

  @ReasonText('Bắt buộc khi trả lại')
  reason?: string;

  @ApiPropertyOptional({ default: false, description: 'Chỉ cho biết việc gì sẽ xảy ra, không ghi gì' })
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;
}
