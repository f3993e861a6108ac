/** The fields of a sent form, as the parser left them. */
export type FormBody = Record<string, unknown>;

/** One field as composed text without spaces around it; '' when it was not sent. */
export function formText(body: FormBody, name: string): string {
  return formSecret(body, name).trim();
}

/** As `formText`, with every space that was typed: a password. */
export function formSecret(body: FormBody, name: string): string {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  return typeof value === 'string' ? value.normalize('NFC') : '';
}

/** As `formText`; undefined when it is empty. */
export function formOptional(body: FormBody, name: string): string | undefined {
  return formText(body, name) || undefined;
}

/** All values of a field that may come several times, such as ticked boxes. */
export function formList(body: FormBody, name: string): string[] {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values
    .filter((each): each is string => typeof each === 'string' && each !== '')
    .map((each) => each.normalize('NFC'));
}

/** Whether a box was ticked. */
export function formFlag(body: FormBody, name: string): boolean {
  return formText(body, name) !== '';
}

/** A whole number; NaN for anything else. */
export function formNumber(body: FormBody, name: string): number {
  const text = formText(body, name);
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}
