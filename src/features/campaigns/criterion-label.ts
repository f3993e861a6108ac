import type { Criterion, CriteriaSet } from '../../domain/campaign';
import { isPlanMark, criterionName } from '../../domain/criterion-name';
import { message } from '../../platform/messages/message';
import { capitalised } from '../../platform/text/printable';

type Named = Pick<Criterion, 'code' | 'text'> & { role?: Criterion['role'] };

/** How every page calls a criterion: `Tiêu chí a`, `Điều kiện 2`; one that the plan gives no mark, by its text. */
export function criterionLabel({ code, text, role }: Named): string {
  if (!isCalledByMark({ code, text })) return capitalised(text);
  return message(role === 'gate' ? 'criterion.gate' : 'criterion.name', { code });
}

/** The same with what it says, for a list of them: `Tiêu chí a: Số sáng kiến được công nhận`. */
export function criterionTitle(criterion: Named): string {
  const name = criterionLabel(criterion);
  return isCalledByMark(criterion) && criterion.text !== '' ? `${name}: ${criterion.text}` : name;
}

/** Name and text of a card on one criterion: what its name already says stands there once. */
export function criterionHeading(criterion: Named): { heading: string; text: string } {
  const text = isCalledByMark(criterion) ? capitalised(criterion.text) : '';
  return { heading: criterionLabel(criterion), text };
}

/** What a sentence calls the criteria of these codes: `a, “Có sáng kiến được công nhận”`. */
export function criteriaInSentence({ criteria }: CriteriaSet, codes: readonly string[]): string {
  const named = criteria.filter(({ code }) => codes.includes(code));
  return named.map(criterionName).join(', ');
}

function isCalledByMark({ code, text }: Named): boolean {
  return isPlanMark(code) || text === '';
}
