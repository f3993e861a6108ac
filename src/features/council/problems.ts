import { labelled } from '../../platform/views/form-field';
import type { Refusal } from '../../platform/views/refusal-view';

/**
 * What stands above a form that came back: its findings, each with a link to the field where there is one, or else the one
 * sentence of the refusal. `labelOf` names the field of a finding that does not say it by itself.
 */
export function problemsOf(
  { status, detail, findings }: Refusal,
  idOf: (field: string) => string | null = () => null,
  labelOf: (field: string) => string = () => '',
): { id: string | null; text: string }[] {
  if (status === 200) return [];
  if (findings.length === 0) return [{ id: null, text: detail }];
  return findings.map(({ field, message }) => ({ id: idOf(field), text: labelled(labelOf(field), message) }));
}
