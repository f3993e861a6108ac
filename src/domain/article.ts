import type { Day } from './campaign';

interface Provision {
  from: Day;
  /** Absent is open-ended. */
  to?: Day;
  citation: string;
}

/**
 * The provisions behind an outcome, each for the time it is known to be in force. A successor of the law of 2022 is reported
 * from 1 October 2026 and its text is not known: later dates cite nothing rather than something wrong.
 */
const PROVISIONS: Record<'one-achievement' | 'hold' | 'discipline' | 'women' | 'direct', Provision[]> = {
  'one-achievement': [
    {
      from: '2024-01-01',
      to: '2026-09-30',
      citation: 'điểm c khoản 2 Điều 5 Luật Thi đua, khen thưởng năm 2022',
    },
  ],
  direct: [
    {
      from: '2024-01-01',
      to: '2026-09-30',
      citation: 'điểm d khoản 2 Điều 5 Luật Thi đua, khen thưởng năm 2022',
    },
  ],
  hold: [{ from: '2025-07-01', to: '2026-09-30', citation: 'khoản 4 Điều 4 Nghị định số 152/2025/NĐ-CP' }],
  discipline: [
    { from: '2025-07-01', to: '2026-09-30', citation: 'khoản 4 Điều 4 Nghị định số 152/2025/NĐ-CP' },
  ],
  women: [{ from: '2025-07-01', to: '2026-09-30', citation: 'khoản 6 Điều 4 Nghị định số 152/2025/NĐ-CP' }],
};

type ProvisionKey = keyof typeof PROVISIONS;

/** The citation in force on a day, or undefined where none is known. */
export function articleOn(key: ProvisionKey, date: Day): string | undefined {
  const inForce = PROVISIONS[key].find(({ from, to }) => from <= date && (to === undefined || date <= to));
  return inForce?.citation;
}
