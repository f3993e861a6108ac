import type { CriteriaSet } from '../../../domain/campaign';
import type { Path } from '../../../domain/finding';
import type { Nomination } from '../../../domain/nomination';
import { entriesDocument, entryName, typedEntries } from '../../drafting/form/entry.fields';
import { type Typed, textOf } from '../../drafting/form/typed';

export function reasonName(index: number): string {
  return `reason.${index}`;
}

/** The appraisal as the form shows it; before the first one it begins with what the unit entered. */
export function typedAppraisal(
  set: CriteriaSet,
  { self, appraisal }: Nomination['scores'],
  reasons: ReadonlyMap<string, string>,
): Typed {
  const told = set.criteria.map(({ code }, index): [string, string] => [
    reasonName(index),
    reasons.get(code) ?? '',
  ]);
  return { ...typedEntries(set, appraisal ?? self), ...Object.fromEntries(told) };
}

/** What the form says, for the service of scores. */
export function appraisalDocument(
  set: CriteriaSet,
  typed: Typed,
): { entries: object; reasons: Record<string, string> } {
  const reasons = set.criteria.map(({ code }, index): [string, string] => [
    code,
    textOf(typed, reasonName(index)),
  ]);
  return { entries: entriesDocument(set, typed), reasons: Object.fromEntries(reasons) };
}

/** The field that a finding is about: `entries.a` is the entry of the criterion a, `reasons.a` its reason. */
export function fieldOf({ criteria }: CriteriaSet, [place, code, part]: Path): string {
  const index = criteria.findIndex((each) => each.code === code);
  if (index < 0) return '';
  if (place === 'reasons') return reasonName(index);
  return criteria[index]?.rule.kind === 'ratio'
    ? `${entryName(index)}.${String(part ?? 'done')}`
    : entryName(index);
}
