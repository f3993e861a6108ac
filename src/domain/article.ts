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
    { from: '2024-01-01', to: '2026-09-30', citation: 'Luật số 06/2022/QH15, Điều 5 khoản 2 điểm c' },
  ],
  direct: [{ from: '2024-01-01', to: '2026-09-30', citation: 'Luật số 06/2022/QH15, Điều 5 khoản 2 điểm d' }],
  hold: [{ from: '2025-07-01', to: '2026-09-30', citation: 'Nghị định số 152/2025/NĐ-CP, Điều 4 khoản 4' }],
  discipline: [
    { from: '2025-07-01', to: '2026-09-30', citation: 'Nghị định số 152/2025/NĐ-CP, Điều 4 khoản 4' },
  ],
  women: [{ from: '2025-07-01', to: '2026-09-30', citation: 'Nghị định số 152/2025/NĐ-CP, Điều 4 khoản 6' }],
};

export type ProvisionKey = keyof typeof PROVISIONS;

/** The citation in force on a day, or undefined where none is known. */
export function articleOn(key: ProvisionKey, date: Day): string | undefined {
  const inForce = PROVISIONS[key].find(({ from, to }) => from <= date && (to === undefined || date <= to));
  return inForce?.citation;
}
