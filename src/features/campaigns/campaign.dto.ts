import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

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
  @ApiProperty({ maxLength: 2000, description: 'Lý do thay đổi kế hoạch' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason!: string;
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
