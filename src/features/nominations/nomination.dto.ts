import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { NOMINATION_STATES } from '../../domain/nomination-state';
import { PageQuery } from '../../platform/http/page';
import { ReasonText } from '../../platform/http/reason-text';
import type { NominationFilter, NominationSort } from './nomination.queries';

const SORTS: NominationSort[] = ['name', 'code', 'unit', 'updated'];
const STATES = [...NOMINATION_STATES];

export class NominationQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Mã bộ tiêu chí' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  criteriaSet?: string;

  @ApiPropertyOptional({ description: 'Mã định danh của đơn vị' })
  @IsOptional()
  @IsString()
  @MaxLength(36)
  unit?: string;

  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  state?: NominationFilter['state'];

  @ApiPropertyOptional({ description: 'Tìm trong mã, tên, đơn vị; gõ có dấu hay không dấu đều được' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @ApiPropertyOptional({ enum: SORTS, default: 'name' })
  @IsIn(SORTS)
  sort: NominationSort = 'name';

  @ApiPropertyOptional({ enum: ['asc', 'desc'], default: 'asc' })
  @IsIn(['asc', 'desc'])
  direction: 'asc' | 'desc' = 'asc';
}

export class Reason {
  @ReasonText('Lý do')
  reason?: string;
}

/** The document form of spec §2, described for readers of the API; the reader of the files checks it. */
export class NominationDocument {
  @ApiProperty({ example: 'TT-01' })
  code!: string;

  @ApiProperty({ enum: ['collective', 'individual', 'household'] })
  subject!: string;

  @ApiPropertyOptional()
  audience?: string;

  @ApiProperty({ example: 'Phòng Quản lý Khoa học' })
  name!: string;

  @ApiProperty({ example: 'Phòng Quản lý Khoa học' })
  unit!: string;

  @ApiPropertyOptional({ example: 'BK', description: 'Hình thức khen thưởng đề nghị' })
  proposed?: string;

  @ApiPropertyOptional({ type: 'integer' })
  members?: number;

  @ApiPropertyOptional({ type: 'integer' })
  women?: number;

  @ApiPropertyOptional()
  orgClass?: string;

  @ApiPropertyOptional({ enum: ['male', 'female'] })
  gender?: string;

  @ApiPropertyOptional()
  position?: string;

  @ApiPropertyOptional({ enum: ['leader', 'direct'] })
  positionClass?: string;

  @ApiPropertyOptional({ enum: ['submitted', 'withdrawn'], default: 'submitted' })
  state?: string;

  @ApiPropertyOptional({ type: Object, example: { self: { a: 20 }, appraisal: { a: '18.5' } } })
  scores?: object;

  @ApiPropertyOptional({ type: [Object] })
  evidence?: object[];

  @ApiPropertyOptional({ type: [Object] })
  matters?: object[];

  @ApiPropertyOptional({ type: [Object], description: 'Các hình thức đã được khen thưởng' })
  awards?: object[];

  @ApiPropertyOptional({ type: Object, example: { BK: { yes: 8, no: 1, abstain: 0 } } })
  ballots?: object;

  @ApiPropertyOptional({ type: Object, description: 'Nội dung báo cáo thành tích' })
  report?: object;
}
