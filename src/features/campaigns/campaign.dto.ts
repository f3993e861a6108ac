import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsOptional, IsString, Max, Min } from 'class-validator';
import { ReasonText } from '../../platform/http/reason-text';

/** A plan sent as an object is filed as its text: what was sent is kept word for word. */
function planText(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value, null, 2) : value;
}

export class NewCampaign {
  @ApiProperty({
    oneOf: [{ type: 'string' }, { type: 'object' }],
    description: 'Kế hoạch (thidua/campaign@1): toàn văn YAML hoặc JSON, hoặc đối tượng JSON',
  })
  @Transform(({ value }: { value: unknown }) => planText(value))
  @IsString()
  @IsNotEmpty()
  definition!: string;
}

export class NewVersion extends NewCampaign {
  @ReasonText('Lý do thay đổi kế hoạch')
  reason?: string;
}

export class VersionQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'Mặc định: phiên bản mới nhất' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version?: number;
}
