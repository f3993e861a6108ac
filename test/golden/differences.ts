/**
 * One line for each value of `expected` that `actual` does not hold, named by its path (`nominations.TT-01.rank`).
 * Keys that only `actual` holds are not looked at; lists are compared whole, item by item and in length.
 */
export function differences(expected: unknown, actual: unknown, path = 'result'): string[] {
  if (Array.isArray(expected)) return listDifferences(expected, actual, path);
  if (isRecord(expected)) return recordDifferences(expected, actual, path);
  return Object.is(expected, actual) ? [] : [difference(path, expected, actual)];
}

function listDifferences(expected: unknown[], actual: unknown, path: string): string[] {
  if (!Array.isArray(actual) || actual.length !== expected.length)
    return [difference(path, expected, actual)];
  return expected.flatMap((item, index) => differences(item, actual[index], `${path}[${index}]`));
}

function recordDifferences(expected: Record<string, unknown>, actual: unknown, path: string): string[] {
  if (!isRecord(actual)) return [difference(path, expected, actual)];
  return Object.keys(expected).flatMap((key) => differences(expected[key], actual[key], `${path}.${key}`));
}

function difference(path: string, expected: unknown, actual: unknown): string {
  return `${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
