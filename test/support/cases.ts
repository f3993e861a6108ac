import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The worked cases that the whole service must agree on. */
export const CASES = ['hung-yen', 'hung-yen-tie', 'hung-yen-tie-resolved'] as const;
export const CAMPAIGN = 'hung-yen-ha-tang-tiet-kiem';

/** The text of one file of a worked case. */
export function caseText(name: (typeof CASES)[number], file: 'campaign.yaml' | 'nominations.yaml'): string {
  return readFileSync(join(__dirname, '../golden/cases', name, file), 'utf8');
}

/** A worked document as plain values, to be changed by a test. */
export function nominationsOf(name: (typeof CASES)[number]): PlainRound {
  return parse(caseText(name, 'nominations.yaml')) as PlainRound;
}

export interface PlainRound extends Record<string, unknown> {
  date: string;
  council: object;
  nominations: PlainNomination[];
  tieResolutions?: object[];
}

export interface PlainNomination extends Record<string, unknown> {
  code: string;
  name: string;
  scores: { self: Record<string, unknown>; appraisal: Record<string, unknown> };
}

/** A reason for every criterion on which the worked appraisal differs from the unit's own entry. */
export function reasonsFor({ self, appraisal }: PlainNomination['scores']): Record<string, string> {
  const differing = Object.keys(appraisal).filter((code) => appraisal[code] !== self[code]);
  return Object.fromEntries(differing.map((code) => [code, 'Theo minh chứng kèm hồ sơ']));
}
