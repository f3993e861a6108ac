import type { Day, Hundredths } from '../../domain/campaign';
import type { Fact } from '../../domain/explanation';
import { formatPoints } from '../../domain/points';
import { type MessageParams, message } from '../../platform/messages/message';

/** `8750` → `87,50`. */
export function pointsInWords(points: Hundredths): string {
  return formatPoints(points).replace('.', ',');
}

/** A number as people write it: `1250` → `12,5`, `1200` → `12`. */
export function numberInWords(value: Hundredths): string {
  return pointsInWords(value).replace(/,?0{1,2}$/, (zeros) => (zeros.startsWith(',') ? '' : zeros.slice(1)));
}

/** `2025-02-05` → `05/02/2025`. */
function dayInFigures(day: Day): string {
  return day.split('-').reverse().join('/');
}

/** One fact of an explanation, in Vietnamese. */
export function factInWords(fact: Fact): string {
  if (typeof fact === 'string' || typeof fact === 'number') return String(fact);
  if ('points' in fact) return pointsInWords(fact.points);
  if ('day' in fact) return dayInFigures(fact.day);
  if ('term' in fact) return message(fact.term, { of: fact.of ?? '' });
  const { kind, numerator, denominator } = fact.share;
  return message(`share.${kind}`, { share: `${numerator}/${denominator}` });
}

export function factsInWords(facts: Record<string, Fact>): MessageParams {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, factInWords(fact)]));
}
