import { capitalised } from '../text/printable';
import type { Refusal } from './refusal-view';

/** For `web/error-summary`: what is wrong, each with the id of the field that it is about. */
export interface ErrorSummary {
  items: { id: string | null; text: string }[];
}

/**
 * All that a refusal says; without findings, its sentence. `ids` are the fields of the form, of the same id and name. Empty
 * for a form that is shown for the first time.
 */
export function errorSummary(
  { detail, findings, byField }: Refusal,
  ids: readonly string[] = [],
): ErrorSummary {
  if (findings.length === 0) {
    const id = Object.keys(byField).find((field) => ids.includes(field)) ?? null;
    return { items: detail === '' ? [] : [{ id, text: detail }] };
  }
  return {
    items: findings.map(({ field, message }) => ({
      id: ids.includes(field) ? field : null,
      text: capitalised(message),
    })),
  };
}

/** What every field of a form has: `{ id, name, value, errors }`, the id being the name. Beside it a finding begins with a capital. */
export function formField(name: string, value: string, { byField }: Refusal) {
  return { id: name, name, value, errors: byField[name]?.map(capitalised) ?? null };
}
