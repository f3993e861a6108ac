import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import {
  ATTENDANCES,
  type Attendance,
  BALLOT_METHODS,
  type BallotMethod,
  SEAT_ROLES,
  type SeatRole,
} from '../../domain/council';
import { Nfc } from '../../platform/http/nfc';
import { ReasonText } from '../../platform/http/reason-text';

/** No council is larger, and no agenda longer. */
const MOST_SEATS = 200;
const MOST_ITEMS = 1_000;
const LONGEST = 2_000;

class PlannedSeat {
  @ApiProperty({ description: 'Mã định danh của người dự họp' })
  @IsString()
  person!: string;

  @ApiProperty({ enum: SEAT_ROLES })
  @IsIn(SEAT_ROLES)
  role!: SeatRole;
}

export class SessionEdit {
  @ApiProperty({ example: 'Phiên họp xét khen thưởng giai đoạn 1' })
  @Nfc()
  @IsString()
  title!: string;

  @ApiProperty({ example: 'Phòng họp tầng 3' })
  @Nfc()
  @IsString()
  place!: string;

  @ApiProperty({ example: '2025-12-15' })
  @IsString()
  date!: string;

  @ApiProperty({ example: '14:00' })
  @IsString()
  time!: string;

  @ApiProperty({ type: [PlannedSeat] })
  @IsArray()
  @ArrayMaxSize(MOST_SEATS)
  @ValidateNested({ each: true })
  @Type(() => PlannedSeat)
  seats!: PlannedSeat[];
}

export class NewSession extends SessionEdit {
  @ApiProperty({ example: 'hung-yen-ha-tang-tiet-kiem' })
  @Nfc()
  @IsString()
  campaign!: string;

  @ApiProperty({ example: 'GD1' })
  @Nfc()
  @IsString()
  phase!: string;
}

class RollMark {
  @ApiProperty()
  @IsString()
  seat!: string;

  @ApiProperty({ enum: ATTENDANCES })
  @IsIn(ATTENDANCES)
  attendance!: Attendance;

  @ApiPropertyOptional()
  @IsOptional()
  @Nfc()
  @IsString()
  @MaxLength(LONGEST)
  reason?: string;
}

export class RollCall {
  @ApiProperty({ type: [RollMark] })
  @IsArray()
  @ArrayMaxSize(MOST_SEATS)
  @ValidateNested({ each: true })
  @Type(() => RollMark)
  marks!: RollMark[];
}

export class NewItems {
  @ApiProperty({ type: [String], description: 'Mã định danh các đề nghị' })
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @IsString({ each: true })
  nominations!: string[];

  @ApiProperty({ type: [String], example: ['BK', 'GK'] })
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @IsString({ each: true })
  awards!: string[];

  @ApiProperty({ enum: BALLOT_METHODS })
  @IsIn(BALLOT_METHODS)
  method!: BallotMethod;
}

export class NewRunOff {
  @ApiProperty({ example: 'ca-nhan' })
  @Nfc()
  @IsString()
  criteriaSet!: string;

  @ApiProperty({ example: 'BK' })
  @Nfc()
  @IsString()
  award!: string;

  @ApiProperty({ enum: BALLOT_METHODS })
  @IsIn(BALLOT_METHODS)
  method!: BallotMethod;
}

export class ItemChoice {
  @ApiProperty({ type: [String], description: 'Mã định danh các nội dung biểu quyết' })
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @IsString({ each: true })
  items!: string[];
}

export class ItemClosing extends ItemChoice {
  @ReasonText('Bắt buộc khi còn người chưa bỏ phiếu')
  reason?: string;
}

export class Annulment {
  @ReasonText('Lý do')
  reason?: string;
}

class VoteOn {
  @ApiProperty()
  @IsString()
  item!: string;

  @ApiProperty({ type: [String], example: ['yes'] })
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @Nfc()
  @IsString({ each: true })
  marks!: string[];
}

export class CastVotes {
  @ApiProperty({ type: [VoteOn] })
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => VoteOn)
  votes!: VoteOn[];
}

export class EnteredOpinion extends CastVotes {
  @ApiProperty({ description: 'Ghế của thành viên' })
  @IsString()
  seat!: string;

  @ApiProperty({ example: 'Phiếu ý kiến ngày 14/12/2025' })
  @Nfc()
  @IsString()
  @MaxLength(LONGEST)
  document!: string;
}
