/** The HTTP status of each refusal whose status is not 422. */
const BY_CODE: Record<string, number | undefined> = {
  'malformed-json': 400,
  'malformed-request': 400,
  'invalid-fields': 400,
  unauthenticated: 401,
  forbidden: 403,
  'method-not-allowed': 405,
  'request-timeout': 408,
  'nomination-withdrawn': 409,
  'nomination-held': 409,
  'proposal-superseded': 409,
  'stale-edit': 412,
  'body-too-large': 413,
  'wrong-content-type': 415,
  'if-match-missing': 428,
  'nested-unit-of-work': 500,
  unexpected: 500,
  'database-busy': 503,
  'not-ready': 503,
  'renderer-busy': 503,
  'no-browser': 503,
  'browser-too-old': 503,
  'print-timeout': 503,
  'print-failed': 503,
};

/** Families of codes, by how the code ends. */
const BY_ENDING: [string, number][] = [
  ['not-found', 404],
  ['-exists', 409],
  ['-taken', 409],
  ['-closed', 409],
  ['-not-open', 409],
];

/** A refusal by a rule of the domain is 422 unless the tables above say otherwise. */
export function statusOf(code: string): number {
  return BY_CODE[code] ?? BY_ENDING.find(([ending]) => code.endsWith(ending))?.[1] ?? 422;
}
