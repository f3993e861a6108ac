import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';

const DAY = { example: '2025-06-01', description: 'NĂM-THÁNG-NGÀY; để trống là không giới hạn' };

/** The words and days are checked by the reader of the files. */
export class NewMatter {
  @ApiProperty({ enum: ['discipline', 'investigation', 'complaint', 'press'] })
  @IsString()
  kind!: string;

  @ApiProperty({ enum: ['pending', 'cleared', 'upheld'] })
  @IsString()
  status!: string;

  @ApiPropertyOptional(DAY)
  @IsOptional()
  @IsString()
  from?: string;

  @ApiPropertyOptional(DAY)
  @IsOptional()
  @IsString()
  to?: string;

  @ApiPropertyOptional({ example: '88/QĐ-SKHCN' })
  @IsOptional()
  @IsString()
  document?: string;
}

/** What has become of a matter; what is left out stays as it is. */
export class MatterChange extends PartialType(NewMatter) {}
