import type { Finding } from '../../domain/finding';
import type { Nomination } from '../../domain/nomination';
import { LONGEST_UNIT_NAME } from '../units/unit-name';

/** The largest `integer` of PostgreSQL. */
const LARGEST = 2_147_483_647;
/** An index entry of PostgreSQL holds no longer key. */
const LONGEST_MEMBER = 200;

type Step = string | number;

/**
 * What a file may state and the tables cannot hold: numbers beyond two thousand million, endless names of keys, and a
 * revocation, which is a decision of people here.
 */
export function unstorable(nomination: Nomination, index = 0): Finding[] {
  const at = (...below: Step[]): Step[] => ['nominations', index, ...below];
  const { members, women, ballots, unit, scores } = nomination;
  const numbers: [Step[], number | undefined][] = [
    [at('members'), members],
    [at('women'), women],
    ...Object.entries(ballots).flatMap(([award, votes]) =>
      Object.entries(votes).map(([vote, count]): [Step[], number] => [
        at('ballots', award, vote),
        count as number,
      ]),
    ),
  ];
  const names: [Step[], string, number][] = [
    [at('unit'), unit, LONGEST_UNIT_NAME],
    ...(scores.council ?? []).map(({ member }, sheet): [Step[], string, number] => [
      at('scores', 'council', sheet, 'member'),
      member,
      LONGEST_MEMBER,
    ]),
  ];
  const revoked: Finding = { level: 'error', code: 'revoked-by-decision', path: at('revoked'), params: {} };
  return [
    ...(nomination.revoked ? [revoked] : []),
    ...numbers.filter(([, value = 0]) => value > LARGEST).map(([path, value]) => tooLarge(path, value)),
    ...names
      .filter(([, text, most]) => text.length > most)
      .map(([path, text, most]) => tooLong(path, text, most)),
  ];
}

function tooLarge(path: Step[], found = 0): Finding {
  return { level: 'error', code: 'number-too-large', path, params: { found } };
}

function tooLong(path: Step[], { length }: string, longest: number): Finding {
  return { level: 'error', code: 'text-too-long', path, params: { length, longest } };
}
