import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../../platform/http/page';

export class RankingQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Mã bộ tiêu chí; để trống là tất cả' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  criteriaSet?: string;
}
