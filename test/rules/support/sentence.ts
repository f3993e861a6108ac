import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { statusOf } from '../../../src/platform/http/statuses';
import type { Path } from './rule';

const MESSAGES = JSON.parse(
  readFileSync(join(__dirname, '../../../src/platform/messages/vi.json'), 'utf8'),
) as Record<string, string>;

/** Every refusal that the program can say. */
export const REFUSALS = Object.keys(MESSAGES).filter((key) => key.startsWith('error.'));

/** The sentence of a message whatever stands in its blanks; it may begin with a capital, and a page writes 18,5 for 18.5. */
export function sentenceOf(key: string): RegExp {
  const text = MESSAGES[key];
  if (text === undefined) throw new Error(`no message ${key}`);
  const parts = text.split(/\{\w+\}/).map((part) => part.replace(/[*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('.*'), 'is');
}

/** The longest part of a message that has no blank in it. */
export function longestPartOf(key: string): string {
  const parts = (MESSAGES[key] ?? '').split(/\{\w+\}/);
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

/** A form that comes back is never a malformed request: what the API calls 400 is 422 there. In bulk only what was asked is refused as a whole. */
export function statusFor(key: string, path: Path): number {
  const status = key.startsWith('error.') ? statusOf(key.slice('error.'.length)) : 422;
  if (path === 'bulk' && status !== 403) return 422;
  return status === 400 && path === 'page' ? 422 : status;
}
