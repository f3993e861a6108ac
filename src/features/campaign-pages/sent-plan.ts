import { readFile } from 'node:fs/promises';
import type { Request } from 'express';
import { InputRefused } from '../../domain/domain-error';
import { uploadsOf } from '../../platform/http/uploads';
import { type FormBody, formText } from '../../platform/views/form';

/** The text of a plan that a form has sent: of its file, or else what was typed. Throws InputRefused for a file of no text. */
export async function sentPlan(request: Request, body: FormBody): Promise<string> {
  const file = uploadsOf(request).find(({ field, bytes }) => field === 'file' && bytes > 0);
  return file ? decoded(await readFile(file.path)) : formText(body, 'definition');
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputRefused([{ level: 'error', code: 'not-utf8', path: [], params: {} }]);
  }
}
