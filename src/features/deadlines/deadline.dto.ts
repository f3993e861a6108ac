import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { Nfc } from '../../platform/http/nfc';
import { MOST_WORKING_DAYS } from './deadline.setting';
import { BASES } from './phase-deadline.entity';

/** The service reads what stands in them, for page and API alike. */
export class DeadlineBody {
  @ApiPropertyOptional({ example: '2026-11-20', description: 'Ngày cuối cùng, NĂM-THÁNG-NGÀY' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  day?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MOST_WORKING_DAYS })
  @IsOptional()
  @IsInt()
  workingDays?: number;

  @ApiPropertyOptional({
    example: '2026-11-01',
    description:
      'Tính ngày làm việc kể từ sau ngày này; thời hạn “answer” tính từ ngày trả lại nên không ghi',
  })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  from?: string;

  @ApiProperty({ enum: BASES, description: 'Văn bản quy định (stated) hoặc văn phòng tự đặt (assumed)' })
  @IsString()
  basis!: string;

  @ApiProperty({ maxLength: 2000, description: 'Điều khoản quy định, hoặc lý do đặt thời hạn này' })
  @Nfc()
  @IsString()
  source!: string;
}

export class AllowanceBody {
  @ApiProperty({ maxLength: 2000, description: 'Lý do cho gửi muộn' })
  @Nfc()
  @IsString()
  reason!: string;

  @ApiPropertyOptional({
    example: '2026-11-25',
    description: 'Được gửi đến hết ngày này; bỏ trống: không hạn',
  })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  until?: string;
}

export class UnitAllowanceBody extends AllowanceBody {
  @ApiProperty({ description: 'Mã định danh của đơn vị' })
  @IsString()
  @MaxLength(36)
  unit!: string;
}
