import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsObject, IsString } from 'class-validator';
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
}
