import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Nfc } from '../../platform/http/nfc';
import { PageQuery } from '../../platform/http/page';
import { LONGEST_UNIT_NAME } from './unit-name';

export class NewUnit {
  @ApiProperty({ maxLength: LONGEST_UNIT_NAME, example: 'Văn phòng Sở' })
  @Nfc()
  @IsString()
  name!: string;
}

export class UnitQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Gõ có dấu hay không dấu đều được' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}
