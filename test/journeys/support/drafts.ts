import { OTHER_UNIT, UNIT } from './people';
import type { Draft } from './unit-steps';

const COLLECTIVE = 'Tiêu chí đối với tập thể';
const INDIVIDUAL = 'Tiêu chí đối với cá nhân';

export const OWN_COLLECTIVE: Draft = {
  name: UNIT,
  code: 'TT-KHTC',
  set: COLLECTIVE,
  points: { a: '20', b: '19,5', c: '19', d: '19', đ: '19' },
  gate: 'Không phát sinh đơn thư khiếu nại',
};

export const OTHER_COLLECTIVE: Draft = {
  name: OTHER_UNIT,
  code: 'TT-UDTB',
  set: COLLECTIVE,
  points: { a: '17', b: '17', c: '17', d: '17', đ: '17' },
  gate: 'Không phát sinh đơn thư khiếu nại',
};

export const OTHER_PERSON: Draft = {
  name: 'Đặng Ngọc Tuấn',
  code: 'CN-TUAN',
  set: INDIVIDUAL,
  points: { 1: '28', 2: '28', 3: '23', 4: '14' },
};
