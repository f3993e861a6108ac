import type { DeadlineKind } from '../../domain/phase-deadline';
import { type FormBody, formOptional, formText } from '../../platform/views/form';
import { errorSummary, fieldLabels, formField } from '../../platform/views/form-field';
import type { Refusal } from '../../platform/views/refusal-view';
import { message } from '../../platform/messages/message';
import { plainDay, typedDay } from '../../platform/text/vietnam-time';
import type { DeadlineSetting } from './deadline.setting';
import { BASES, type PhaseDeadlineRow } from './phase-deadline.entity';

/** The form as it was typed. */
export interface TypedDeadline {
  way: string;
  day: string;
  workingDays: string;
  from: string;
  basis: string;
  source: string;
  version: string;
}

export function typedDeadline(body: FormBody): TypedDeadline {
  const of = (name: string) => formText(body, name);
  return {
    way: of('way'),
    day: of('day'),
    workingDays: of('workingDays'),
    from: of('from'),
    basis: of('basis'),
    source: of('source'),
    version: of('version'),
  };
}

/** The form of a deadline that is set, or an empty one. */
export function storedDeadline(row: PhaseDeadlineRow | null, kind: DeadlineKind): TypedDeadline {
  const counted = row ? row.day === null : kind === 'answer';
  return {
    way: counted ? 'days' : 'day',
    day: row?.day ? plainDay(row.day) : '',
    workingDays: String(row?.workingDays ?? ''),
    from: row?.countedFrom ? plainDay(row.countedFrom) : '',
    basis: row?.basis ?? '',
    source: row?.source ?? '',
    version: String(row?.version ?? 0),
  };
}

/** What the form asks for: the fields of the way that was not chosen do not count. */
export function settingOf(typed: TypedDeadline, kind: DeadlineKind): DeadlineSetting {
  const { basis, source } = typed;
  if (typed.way !== 'days') return { day: dayOf(typed.day), basis, source };
  const from = kind === 'answer' ? undefined : dayOf(typed.from);
  return { workingDays: wholeNumber(typed.workingDays), from, basis, source };
}

function dayOf(text: string): string | undefined {
  return formOptional({ text: typedDay(text) }, 'text');
}

function wholeNumber(text: string): number {
  return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}

const FIELDS = ['way', 'day', 'workingDays', 'from', 'basis', 'source'] as const;

export function deadlineForm(kind: DeadlineKind, typed: TypedDeadline, refusal: Refusal) {
  const option = (name: 'way' | 'basis', value: string) => ({
    value,
    label: message(`deadline.${name}.${value}`),
    hint: message(`deadline.${name}.${value}.hint`),
    checked: typed[name] === value,
  });
  const labels = fieldLabels('deadline.field', FIELDS);
  const field = (name: (typeof FIELDS)[number], value: string) => ({
    ...formField(name, value, refusal),
    label: labels[name],
  });
  return {
    summary: errorSummary(refusal, labels),
    way: { ...field('way', ''), options: [option('way', 'day'), option('way', 'days')] },
    day: field('day', typed.day),
    workingDays: field('workingDays', typed.workingDays),
    from: kind === 'answer' ? null : field('from', typed.from),
    basis: { ...field('basis', ''), options: BASES.map((basis) => option('basis', basis)) },
    source: field('source', typed.source),
    version: typed.version,
    isSet: typed.version !== '0',
  };
}
