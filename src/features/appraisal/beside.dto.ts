import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString } from 'class-validator';
import { Nfc } from '../../platform/http/nfc';
import { CONFIRMATION_RESULTS } from './confirmation.entity';

/** A note of the office beside what the unit wrote. Whether it will do says the service, to page and program alike. */
export class NoteBody {
  @ApiPropertyOptional({ example: 'a', description: 'Mã tiêu chí; để trống là ghi chú chung' })
  @IsOptional()
  @Nfc()
  @IsString()
  about?: string;

  @ApiProperty({ example: 'Cần đối chiếu với báo cáo quý III' })
  @IsString()
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
  agency!: string;

  @ApiProperty({ enum: CONFIRMATION_RESULTS })
  @IsString()
  result!: string;

  @ApiPropertyOptional({ example: '2025-12-01', description: 'NĂM-THÁNG-NGÀY' })
  @IsOptional()
  @IsString()
  date?: string;

  @ApiPropertyOptional({ example: '215/BHXH-TTKT' })
  @IsOptional()
  @IsString()
  document?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  remark?: string;
}
