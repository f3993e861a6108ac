import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { Nfc } from '../../platform/http/nfc';
import { CONFIRMATION_RESULTS } from './confirmation.entity';

const LONGEST = 5_000;

/** A note of the office beside what the unit wrote. */
export class NoteBody {
  @ApiPropertyOptional({ example: 'a', description: 'Mã tiêu chí; để trống là ghi chú chung' })
  @IsOptional()
  @Nfc()
  @IsString()
  about?: string;

  @ApiProperty({ example: 'Cần đối chiếu với báo cáo quý III' })
  @IsString()
  @MaxLength(LONGEST)
  text!: string;

  @ApiPropertyOptional({ default: false, description: 'Đơn vị cũng xem được' })
  @IsOptional()
  @IsBoolean()
  forUnit?: boolean;
}

/** What another agency answered. */
export class ConfirmationBody {
  @ApiProperty({ example: 'Bảo hiểm xã hội tỉnh' })
  @IsString()
  @MaxLength(300)
  agency!: string;

  @ApiProperty({ enum: CONFIRMATION_RESULTS })
  @IsIn(CONFIRMATION_RESULTS)
  result!: string;

  @ApiPropertyOptional({ example: '2025-12-01', description: 'NĂM-THÁNG-NGÀY' })
  @IsOptional()
  @IsString()
  date?: string;

  @ApiPropertyOptional({ example: '215/BHXH-TTKT' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  document?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  remark?: string;
}
