import { bonusOf } from '../../../domain/bonus';
import type { Hundredths, Subject } from '../../../domain/campaign';
import type { Round } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import { type AwardRound, SUBJECTS } from './award-round';
import { baseSalaries } from '../words/base-salaries';
import { points } from '../words/formats';
import { instrumentsOn } from '../words/legal-basis';
import { oneLine } from '../../../platform/text/printable';

/**
 * The money that goes with an award, by kind and in all, for the day of the decision. Null where the plan states no
 * multiple, nobody receives the award, or neither the law nor the base salary of the day is known: then people fill it in.
 */
export function bonusWords({ award, pools }: AwardRound, { date }: Round): string | null {
  const salaries = baseSalaries().filter(
    ({ validFrom, validTo = date }) => validFrom <= date && date <= validTo,
  );
  const shares = SUBJECTS.flatMap((subject) => {
    const multiple = award.bonus?.[subject];
    const receivers = pools
      .filter(({ set }) => set.subject === subject)
      .flatMap(({ recipients }) => recipients).length;
    return multiple === undefined || receivers === 0 ? [] : [{ subject, multiple, receivers }];
  });
  if (instrumentsOn(date).length === 0 || salaries.length === 0 || shares.length === 0) return null;
  const each = shares.map((share) => ({ ...share, ...bonusOf(share.multiple, salaries, date) }));
  const total = each.reduce((sum, { amount, receivers }) => sum + amount * receivers, 0);
  return message('dossier.bonus', {
    salary: dong(salaries[0]?.amount ?? 0),
    shares: each.map(shareWords).join('; '),
    total: dong(total),
    source: oneLine(award.bonus?.source ?? message('dossier.bonus.plan')),
  });
}

function shareWords(share: {
  subject: Subject;
  multiple: Hundredths;
  amount: number;
  unrounded: Hundredths;
}): string {
  const { subject, multiple, amount, unrounded } = share;
  const words = message('dossier.bonus.share', {
    kind: message(`dossier.kind.${subject}`),
    multiple: points(multiple).replace(/0$/, ''),
    amount: dong(amount),
  });
  return unrounded === amount * 100
    ? words
    : `${words} ${message('dossier.bonus.rounded', { exact: dong(unrounded / 100) })}`;
}

/** `7020000` → `7.020.000`. */
function dong(amount: number): string {
  return String(amount)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+(?!\d))/g, '.');
}
