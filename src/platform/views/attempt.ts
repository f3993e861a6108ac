import { DomainError } from '../../domain/domain-error';
import { retryAfter, statusOf } from '../http/statuses';
import { type Refusal, refusalView } from './refusal-view';
import { type Redirect, View } from './view';

type Answer = View | Redirect;

interface Ways<T> {
  done: (result: T) => Answer | Promise<Answer>;
  /** The form again, with what was typed in it and what is wrong. */
  again: (refusal: Refusal) => View | Promise<View>;
  field?: (path: readonly (string | number)[]) => string;
  /** Refusals of a code that was typed, with its field: that there is nothing of the code is to be mended there. */
  typed?: Readonly<Record<string, string>>;
}

/** For `typed`: what is wrong with the files of a form before anybody has looked into them, beside the field that takes them. */
export const filesIn = (field: string): Readonly<Record<string, string>> =>
  Object.fromEntries(FILE_REFUSALS.map((code) => [code, field]));

const FILE_REFUSALS = ['file-too-large', 'too-many-files', 'file-missing', 'unit-quota-full'];

/** Not for a form to mend: who you are, what you may not, what is not there, what failed with us. */
const NOT_OF_THE_FORM = [401, 403, 404, 500];

/** Makes a change that a form asks for; a refusal that its sender can mend gives the form again, under the refusal's status. */
export async function attempt<T>(
  work: () => Promise<T>,
  { done, again, field, typed = {} }: Ways<T>,
): Promise<Answer> {
  let result: T;
  try {
    result = await work();
  } catch (error) {
    const refusal = refusalToMend(error, field, typed);
    const { template, title, model } = await again(refusal);
    return new View(template, title, model, refusal.status, { retryAfter: retryAfter(refusal.code) });
  }
  return done(result);
}

/** What was thrown as a refusal that the sender of a form can mend; anything else is thrown again. */
export function refusalToMend(
  error: unknown,
  field?: Parameters<typeof refusalView>[1],
  typed: Readonly<Record<string, string>> = {},
): Refusal {
  if (!(error instanceof DomainError)) throw error;
  const at = typed[error.code];
  if (at === undefined && NOT_OF_THE_FORM.includes(statusOf(error.code))) throw error;
  const refusal = refusalView(error, field);
  const isPlain = refusal.status === 400 || NOT_OF_THE_FORM.includes(refusal.status);
  const status = isPlain ? 422 : refusal.status;
  return at === undefined
    ? { ...refusal, status }
    : { ...refusal, status, byField: { [at]: [refusal.detail] } };
}
