import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  Min,
} from 'class-validator';
import { Nfc } from '../../platform/http/nfc';

const MOST_VOTES = 1_000_000;
/** So many with one rank are no tie but a mistake. */
const MOST_IN_A_GROUP = 10_000;

export class CouncilPoints {
  @ApiPropertyOptional({ default: false, description: 'Thành viên không chấm vì có liên quan' })
  @IsBoolean()
  recused: boolean = false;

  @ApiPropertyOptional({ type: Object, example: { a: '18.5', b: 20 } })
  @IsObject()
  points: object = {};
}

export class Votes {
  @ApiProperty({ type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(MOST_VOTES)
  yes!: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(MOST_VOTES)
  no!: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, default: 0 })
  @IsInt()
  @Min(0)
  @Max(MOST_VOTES)
  abstain = 0;
}

/** Either an order or places left vacant; the reader of the files checks the rest (spec §6). */
export class NewTieResolution {
  @ApiProperty({ example: 'ca-nhan' })
  @Nfc()
  @IsString()
  criteriaSet!: string;

  @ApiProperty({ example: 'BK' })
  @Nfc()
  @IsString()
  award!: string;

  @ApiPropertyOptional({ type: [String], example: ['CN-03', 'CN-02'] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_IN_A_GROUP)
  order?: string[];

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  leaveVacant?: boolean;

  @ApiProperty({ example: 'Hội đồng bỏ phiếu lại: CN-03 6 phiếu, CN-02 3 phiếu' })
  @IsString()
  reason!: string;

  @ApiProperty({ example: 'Hội đồng Thi đua - Khen thưởng Sở' })
  @IsString()
  by!: string;

  @ApiProperty({ example: '2025-12-22' })
  @IsString()
  date!: string;
}
