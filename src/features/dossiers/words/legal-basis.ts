import type { Day, LegalBasis } from '../../../domain/campaign';

/** An instrument of emulation and commendation law, in force from `from` up to and including `to`. */
interface Instrument extends LegalBasis {
  from: Day;
  /** Absent: no end is known. */
  to?: Day;
}

/** The law of 2022 is reported to end here; nothing is assumed of what follows it. */
const LAST_DAY_OF_2022_LAW = '2026-09-30';

const INSTRUMENTS: readonly Instrument[] = [
  {
    number: '06/2022/QH15',
    date: '2022-06-15',
    title: 'Luật Thi đua, khen thưởng',
    from: '2024-01-01',
    to: LAST_DAY_OF_2022_LAW,
  },
  {
    number: '98/2023/NĐ-CP',
    date: '2023-12-31',
    issuer: 'Chính phủ',
    title: 'Nghị định quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng',
    from: '2024-01-01',
    to: '2025-06-30',
  },
  {
    number: '152/2025/NĐ-CP',
    date: '2025-06-14',
    issuer: 'Chính phủ',
    title:
      'Nghị định quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng',
    from: '2025-07-01',
    to: LAST_DAY_OF_2022_LAW,
  },
];

/** The law and decrees in force on a day; empty where none is known: then the document says so. */
export function instrumentsOn(day: Day): Instrument[] {
  return INSTRUMENTS.filter(({ from, to }) => from <= day && (to === undefined || day <= to));
}

/** Bằng khen of a province goes to its chair through the Sở Nội vụ (Luật 06/2022/QH15 Điều 79.4). */
export function goesThroughHomeAffairs(decider: string, day: Day): boolean {
  return (
    /(Ủy ban nhân dân|Uỷ ban nhân dân|UBND) (tỉnh|thành phố)/iu.test(decider) && instrumentsOn(day).length > 0
  );
}
