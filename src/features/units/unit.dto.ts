import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { Nfc } from '../../platform/http/nfc';
import { PageQuery } from '../../platform/http/page';

export class NewUnit {
  @ApiProperty({ maxLength: 300, example: 'Văn phòng Sở' })
  @Nfc()
  @IsString()
  @MaxLength(300)
  @Matches(/^\S(\P{Cc}*\S)?$/u)
  name!: string;
}

export class UnitQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Gõ có dấu hay không dấu đều được' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}
