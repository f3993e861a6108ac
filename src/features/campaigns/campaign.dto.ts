import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export class NewCampaign {
  @ApiProperty({ description: 'Toàn văn kế hoạch, dạng YAML hoặc JSON (thidua/campaign@1)' })
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
