import type { Request } from 'express';
import { message } from '../messages/message';
import type { Problem } from '../http/problem';
import type { Frame } from './page-frame';
import { type View, view } from './view';

const FORM_TYPE = 'application/x-www-form-urlencoded';
/** Fields of forms that ask for a password: nothing of such a form is given back. */
export const SECRETS = ['password', 'old', 'wanted', 'again'];

interface SentField {
  name: string;
  value: string;
}

/**
 * A form of an earlier log-in, given back with all that was typed in it: sent once more, by a click, it carries a token of
 * whoever is logged in then, and meets the same checks as every other. `isOurs` says that no other site has sent it.
 */
export function expiredForm(
  { detail, status }: Problem,
  request: Request,
  { person, isOurs }: { person: Frame['person']; isOurs: boolean },
): View {
  const fields = isOurs ? fieldsOf(request) : null;
  const hasFiles = Boolean(request.is('multipart/form-data'));
  const logIn = person === null && (fields !== null || hasFiles);
  const title = message(logIn ? 'expired.over' : 'expired.unsent');
  const kept = fields && {
    action: request.originalUrl,
    fields,
    words: fields.map(({ value }) => value).filter((value) => /\s/.test(value.trim())),
  };
  const advice = [
    logIn && message(kept ? 'expired.log-in.beside' : 'expired.log-in'),
    person && message('expired.by', { name: person.name }),
    message(kept ? 'expired.kept' : hasFiles ? 'expired.files' : 'expired.lost'),
  ].filter((text) => typeof text === 'string');
  return view('errors/expired', title, { heading: title, detail, advice, logIn, kept }, { status });
}

/** The same in one sentence, for a page that still has all that was typed. */
export function expiredText(person: Frame['person']): string {
  return message(person === null ? 'expired.line.over' : 'expired.line.earlier');
}

/** What was typed, name by name as it was sent; null where nothing may be or can be given back. */
function fieldsOf(request: Request): SentField[] | null {
  if (!request.is(FORM_TYPE)) return null;
  const sent = Object.entries(request.body as Record<string, unknown>).filter(([name]) => name !== '_csrf');
  if (sent.some(([name]) => SECRETS.includes(name))) return null;
  return sent.flatMap(([name, value]) => textsIn(value).map((text) => ({ name, value: text })));
}

/** No form of ours has deeper names than a list. */
function textsIn(value: unknown): string[] {
  return [value].flat().filter((each) => typeof each === 'string');
}
