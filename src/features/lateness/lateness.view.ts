import { UNIT_DEADLINES } from '../../domain/phase-deadline';
import { message } from '../../platform/messages/message';
import { momentText, plainDay, typedDay } from '../../platform/text/vietnam-time';
import { type FormBody, formText } from '../../platform/views/form';
import { errorSummary, fieldLabels, formField } from '../../platform/views/form-field';
import type { Refusal } from '../../platform/views/refusal-view';
import { deadlineLabel } from '../deadlines/deadlines-page.view';
import { type PhaseDeadlines, dueOf } from '../deadlines/due';
import { dueText } from '../deadlines/due.text';
import type { Allowance } from '../deadlines/override.service';
import type { UnitLine } from '../units/unit.queries';
import type { GrantedLine, Returned } from './lateness.queries';

/** The form as it was typed. */
export interface TypedAllowance {
  kind: string;
  unit: string;
  reason: string;
  until: string;
}

export function typedAllowance(body: FormBody): TypedAllowance {
  const of = (name: string) => formText(body, name);
  return { kind: of('kind'), unit: of('unit'), reason: of('reason'), until: of('until') };
}

export function allowanceOf({ reason, until }: TypedAllowance): Allowance {
  return { reason, until: until === '' ? undefined : typedDay(until) };
}

const FIELDS = ['kind', 'unit', 'reason', 'until'] as const;

function field(name: (typeof FIELDS)[number], value: string, refusal: Refusal) {
  return { ...formField(name, value, refusal), label: message(`lateness.field.${name}`) };
}

/** The fields of an allowance for one nomination; for a unit `unitFields` comes in front. */
export function allowanceForm(typed: TypedAllowance, refusal: Refusal) {
  return {
    summary: errorSummary(refusal, fieldLabels('lateness.field', FIELDS)),
    reason: field('reason', typed.reason, refusal),
    until: field('until', typed.until, refusal),
  };
}

/** Only a deadline that is set can be set aside. */
export function unitFields(
  typed: TypedAllowance,
  refusal: Refusal,
  { rows }: PhaseDeadlines,
  units: readonly UnitLine[],
) {
  const kinds = UNIT_DEADLINES.filter((kind) => rows.some((row) => row.kind === kind));
  return {
    open: kinds.length > 0,
    kind: {
      ...field('kind', '', refusal),
      options: kinds.map((value, index) => ({
        value,
        label: deadlineLabel(value),
        checked: typed.kind === '' ? index === 0 : typed.kind === value,
        hint: null,
      })),
    },
    unit: {
      ...field('unit', '', refusal),
      options: units.map(({ id, name }) => ({ value: id, label: name, selected: id === typed.unit })),
    },
  };
}

export function returnedRows(returned: readonly Returned[], deadlines: PhaseDeadlines, now: string) {
  return returned.map((nomination) => {
    const due = dueOf(deadlines, 'answer', now, nomination);
    return {
      cells: [
        { text: nomination.name, sub: nomination.code },
        { text: nomination.unit },
        { text: due ? dueText(due) : message('lateness.no-deadline') },
        due ? { text: message('lateness.allow'), href: `/de-nghi/${nomination.id}/gui-muon` } : { text: '' },
      ],
    };
  });
}

export function grantedRows(lines: readonly GrantedLine[]) {
  return lines.map(({ kind, unit, code, until, reason, by, at }) => ({
    cells: [
      { text: unit, sub: code ?? message('lateness.whole-unit') },
      { text: deadlineLabel(kind) },
      { text: until === null ? message('lateness.no-end') : plainDay(until) },
      { text: reason, sub: `${by}, ${momentText(at)}` },
    ],
  }));
}

/** The heads of both lists, and what stands there instead of an empty one. */
export const LISTS = {
  columns: {
    returned: labelled('nomination', 'unit', 'due', 'act'),
    granted: labelled('for', 'kind', 'until', 'reason'),
  },
  empty: {
    returned: { title: message('lateness.none-returned'), text: null, href: null, action: null },
    granted: { title: message('lateness.none-granted'), text: null, href: null, action: null },
  },
};

function labelled(...names: string[]): { label: string; number: null; sort: null }[] {
  return names.map((name) => ({ label: message(`lateness.column.${name}`), number: null, sort: null }));
}
