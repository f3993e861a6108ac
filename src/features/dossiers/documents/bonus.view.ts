import { type Bonus, bonusOf } from '../../../domain/bonus';
import type { Day, Hundredths, Subject } from '../../../domain/campaign';
import type { Round } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import { type AwardRound, SUBJECTS } from './award-round';
import { baseSalaries } from '../words/base-salaries';
import { points } from '../words/formats';
import { instrumentsOn } from '../words/legal-basis';
import { provisionWords } from '../../../platform/text/provision';

/** The money of one kind of recipients. */
interface BonusShare extends Bonus {
  subject: Subject;
  multiple: Hundredths;
  receivers: number;
}

/** In whole đồng. */
export interface AwardBonus {
  salary: number;
  shares: BonusShare[];
  total: number;
}

/**
 * The money that goes with an award decided on a day, by kind and in all. Null where the plan states no multiple, nobody
 * receives the award, or neither the law nor the base salary of the day is known: then people fill it in.
 */
export function awardBonus({ award, pools }: AwardRound, day: Day): AwardBonus | null {
  const salaries = baseSalaries().filter(
    ({ validFrom, validTo = day }) => validFrom <= day && day <= validTo,
  );
  const shares = SUBJECTS.flatMap((subject) => {
    const multiple = award.bonus?.[subject];
    const receivers = pools
      .filter(({ set }) => set.subject === subject)
      .flatMap(({ recipients }) => recipients).length;
    return multiple === undefined || receivers === 0 ? [] : [{ subject, multiple, receivers }];
  });
  if (instrumentsOn(day).length === 0 || salaries.length === 0 || shares.length === 0) return null;
  const each = shares.map((share) => ({ ...share, ...bonusOf(share.multiple, salaries, day) }));
  const total = each.reduce((sum, { amount, receivers }) => sum + amount * receivers, 0);
  return { salary: salaries[0]?.amount ?? 0, shares: each, total };
}

/** The same in words, for a tờ trình. */
export function bonusWords(one: AwardRound, { date }: Round): string | null {
  const bonus = awardBonus(one, date);
  if (!bonus) return null;
  return message('dossier.bonus', {
    salary: dong(bonus.salary),
    shares: bonus.shares.map(shareWords).join('; '),
    total: dong(bonus.total),
    source: bonusSource(one),
  });
}

export function bonusSource({ award }: AwardRound): string {
  const source = award.bonus?.source;
  return source === undefined
    ? message('dossier.bonus.plan')
    : message('dossier.bonus.source', { source: provisionWords(source) });
}

function shareWords({ subject, multiple, amount, unrounded }: BonusShare): string {
  const words = message('dossier.bonus.share', {
    kind: message(`dossier.kind.${subject}`),
    multiple: times(multiple),
    amount: dong(amount),
  });
  return unrounded === amount * 100
    ? words
    : `${words} ${message('dossier.bonus.rounded', { exact: dong(unrounded / 100) })}`;
}

/** `150` → `1,5`. */
export function times(multiple: Hundredths): string {
  return points(multiple).replace(/0$/, '');
}

/** `7020000` → `7.020.000`. */
export function dong(amount: number): string {
  return String(amount)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+(?!\d))/g, '.');
}
