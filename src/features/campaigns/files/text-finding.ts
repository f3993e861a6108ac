import type { Finding } from '../../../domain/finding';

/** A finding of the file's form, at an offset of its text. */
export type TextFinding = Finding & { offset: number };

export function textFinding(code: string, offset: number, params: Finding['params'] = {}): TextFinding {
  return { level: 'error', code, path: [], params, offset };
}
