import type { Finding } from '../../../domain/finding';
import type { TieResolution } from '../../../domain/nomination';
import type { Change } from '../../../domain/plan-change';
import { InputRefused } from '../../../domain/domain-error';
import { type FormBody, formFlag, formList, formText } from '../../../platform/views/form';
import type { Evaluated } from '../evaluations';
import type { TieField, WhatIfFields } from './what-if.fields';

/**
 * The change that a form asks for: only what differs from the plan. Throws InputRefused for what is no number; paths are the
 * names of the fields.
 */
export function askedChange(fields: WhatIfFields, form: FormBody, { round }: Evaluated): Change {
  const findings: Finding[] = [];
  const differing = <T extends { id: string; now: string }>(list: readonly T[], pattern: RegExp): T[] =>
    list.filter(({ id, now }) => {
      const typed = formText(form, id);
      if (typed === now || (typed === '' && now !== '')) return false;
      if (pattern.test(typed)) return true;
      findings.push({ level: 'error', code: 'what-if-number', path: [id], params: {} });
      return false;
    });
  const quota = differing(fields.places, /^\d{1,6}$/).map(({ id, award, set }) => ({
    award: award.code,
    criteriaSet: set.code,
    max: Number(formText(form, id)),
  }));
  const floors = differing(fields.floors, /^\d{1,5}([.,]\d{1,2})?$/);
  if (findings.length > 0) throw new InputRefused(findings);
  const floor = Object.fromEntries(
    floors.map(({ id, award }) => [award.code, hundredths(formText(form, id))]),
  );
  return { quota, floor, ...resolutionsOf(fields, form, round.tieResolutions, round.date) };
}

/** Beside the members of a tie: that nobody gets its places. */
export function vacantId({ id }: TieField): string {
  return `${id}-trong`;
}

/** The name of the field that a finding of the change is about. */
export function fieldOf(fields: WhatIfFields, form: FormBody) {
  const changed = fields.places.filter(({ id, now }) => ![now, ''].includes(formText(form, id)));
  return ([kind, key]: readonly (string | number)[]): string => {
    if (kind === 'quota') return changed[Number(key)]?.id ?? '';
    if (kind === 'floor') return fields.floors.find(({ award }) => award.code === key)?.id ?? '';
    return String(kind ?? '');
  };
}

/** `80` and `80,5` and `80.50`, read digit by digit. */
function hundredths(text: string): number {
  const [whole = '0', part = ''] = text.split(/[.,]/);
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

function resolutionsOf(
  { ties, resolved }: WhatIfFields,
  form: FormBody,
  known: readonly TieResolution[],
  date: string,
): Pick<Change, 'tieResolutions'> {
  const tried = ties.flatMap((tie) => {
    const leaveVacant = formFlag(form, vacantId(tie));
    return resolutionOf(tie, formList(form, tie.id), { date, leaveVacant });
  });
  const dropped = resolved > 0 && formFlag(form, 'bo-dong-hang');
  if (tried.length === 0 && !dropped) return {};
  return { tieResolutions: [...(dropped ? [] : known), ...tried] };
}

/** Those who were ticked go first; one alone goes before all others, whose order then does not matter for these places. */
function resolutionOf(
  { award, set, result }: TieField,
  ticked: readonly string[],
  { date, leaveVacant }: { date: string; leaveVacant: boolean },
): TieResolution[] {
  const first = result.pending.filter((code) => ticked.includes(code));
  if (!leaveVacant && first.length === 0) return [];
  const others = result.pending.filter((code) => !first.includes(code));
  const order = first.length === 1 ? [...first, ...others] : first;
  const said = { criteriaSet: set.code, award: award.code, reason: '?', by: '?', date };
  return [{ ...said, leaveVacant, ...(leaveVacant ? {} : { order }) }];
}
