import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional, IsString, ValidateBy } from 'class-validator';
import { LAYERS, type SingleLayer } from './score.service';

export class LayerParam {
  @IsString()
  id!: string;

  @IsIn(LAYERS)
  layer!: SingleLayer;
}

export class ScoreEntries {
  @ApiProperty({
    type: Object,
    example: { a: '18.5', b: 20, 'đ-kntc': true },
    description: 'Theo mã tiêu chí',
  })
  @IsObject()
  entries!: object;

  @ApiPropertyOptional({
    type: Object,
    example: { a: 'Hai văn bản nêu trong báo cáo ban hành sau thời gian xét' },
    description: 'Chỉ với điểm thẩm định: lý do ở từng tiêu chí khác điểm tự chấm; để trống là bỏ lý do',
  })
  @IsOptional()
  @IsObject()
  @ValidateBy({ name: 'texts', validator: { validate: areTexts } })
  reasons?: Record<string, string>;
}

function areTexts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((each) => typeof each === 'string');
}
