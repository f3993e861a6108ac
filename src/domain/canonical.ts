/**
 * One text for one content: keys sorted by code point, strings in NFC, integers only, no white space.
 * Throws a RangeError for a number that is no safe integer.
 */
export function canonicalJson(value: unknown): string {
  return write(value) ?? 'null';
}

function write(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (typeof value === 'number') return integer(value);
  if (Array.isArray(value)) return `[${value.map((item) => write(item) ?? 'null').join(',')}]`;
  return object(value as Record<string, unknown>);
}

function integer(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`);
  return String(value);
}

function object(value: Record<string, unknown>): string {
  const members = Object.keys(value)
    .map((key) => [key.normalize('NFC'), write(value[key])] as const)
    .filter(([, text]) => text !== undefined)
    .sort(([a], [b]) => compareCodes(a, b))
    .map(([key, text]) => `${JSON.stringify(key)}:${text}`);
  return `{${members.join(',')}}`;
}

/** Plain code order, the same on every machine; never a collation. */
export function compareCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
