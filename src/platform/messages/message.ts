import vi from './vi.json';

export type MessageParams = Record<string, string | number>;

const sentences: Record<string, string | undefined> = vi;

/**
 * The Vietnamese sentence for a code (`finding.unknown-key`, `error.stale-edit`, `outcome.below-floor`), with each
 * `{name}` filled from params. Throws for a key that the messages file does not hold: a missing text is a defect.
 */
export function message(key: string, params: MessageParams = {}): string {
  const sentence = sentences[key];
  if (sentence === undefined) throw new Error(`no message for ${key}`);
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? `{${name}}`));
}

export function hasMessage(key: string): boolean {
  return sentences[key] !== undefined;
}
