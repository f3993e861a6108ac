import { message } from '../messages/message';
import { capitalised, lowerFirst } from '../text/printable';
import type { Refusal } from './refusal-view';

/** For `web/error-summary`: what is wrong, each with the id of the field that it is about. */
interface ErrorSummary {
  items: { id: string | null; text: string }[];
}

/**
 * What the fields of a form are called, by their names, which are their ids. '' where every sentence about a field says by
 * itself which it is.
 */
export type FieldLabels = Readonly<Record<string, string>>;

/** The labels of the messages file: `deadline.field.day`. */
export function fieldLabels<Name extends string>(form: string, names: readonly Name[]): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, message(`${form}.${name}`)])) as Record<Name, string>;
}

/**
 * All that a refusal says, each finding with the name of its field: read there, it does not stand beside it. Without findings
 * its sentence. Empty for a form that is shown for the first time.
 */
export function errorSummary({ detail, findings, byField }: Refusal, labels: FieldLabels = {}): ErrorSummary {
  if (findings.length === 0) {
    const id = Object.keys(byField).find((field) => Object.hasOwn(labels, field)) ?? null;
    return { items: detail === '' ? [] : [{ id, text: detail }] };
  }
  return {
    items: findings.map(({ field, message: text }) => ({
      id: Object.hasOwn(labels, field) ? field : null,
      text: labelled(labels[field] ?? '', text),
    })),
  };
}

/** `Lý do: chưa ghi lý do điều chỉnh`. */
export function labelled(label: string, text: string): string {
  return label === '' ? capitalised(text) : `${label}: ${lowerFirst(text)}`;
}

/** What every field of a form has: `{ id, name, value, errors }`, the id being the name. Beside it a finding begins with a capital. */
export function formField(name: string, value: string, { byField }: Refusal) {
  return { id: name, name, value, errors: byField[name]?.map(capitalised) ?? null };
}
