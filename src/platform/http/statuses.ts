/** The HTTP status of each refusal that is of no family. */
const BY_CODE: Record<string, number | undefined> = {
  'malformed-json': 400,
  'malformed-request': 400,
  'invalid-fields': 400,
  unauthenticated: 401,
  forbidden: 403,
  'form-expired': 403,
  'password-must-change': 403,
  'method-not-allowed': 405,
  'request-timeout': 408,
  'not-in-this-state': 409,
  'nomination-withdrawn': 409,
  'nomination-held': 409,
  'proposal-stale': 409,
  'quota-changed': 409,
  'stale-edit': 412,
  'body-too-large': 413,
  'file-too-large': 413,
  'too-many-files': 413,
  'too-many-values': 413,
  'yaml-too-long': 413,
  'wrong-content-type': 415,
  'input-refused': 422,
  'appraisal-incomplete': 422,
  'email-invalid': 422,
  'group-unknown': 422,
  'groups-missing': 422,
  'last-administrator': 422,
  'login-failed': 422,
  'name-missing': 422,
  'nomination-incomplete': 422,
  'deadline-passed': 422,
  'another-unit': 422,
  'password-differs': 422,
  'password-is-name': 422,
  'password-same': 422,
  'password-too-long': 422,
  'password-too-short': 422,
  'reason-missing': 422,
  'unit-may-not-write': 422,
  'unit-missing': 422,
  'username-invalid': 422,
  'wrong-password': 422,
  'another-campaign-code': 422,
  'another-phase': 422,
  'base-salary-unknown': 422,
  'below-minimum': 422,
  'nomination-code-fixed': 422,
  'nomination-state-fixed': 422,
  'override-needs-reason': 422,
  'phase-settings-differ': 422,
  'too-many-places': 422,
  'if-match-missing': 428,
  'too-many-logins': 429,
  'nested-unit-of-work': 500,
  unexpected: 500,
  'database-busy': 503,
  'not-ready': 503,
  'renderer-busy': 503,
  'no-browser': 503,
  'browser-failed': 503,
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

/** The status that was chosen for a code; undefined for a code that nobody has thought of. */
export function chosenStatus(code: string): number | undefined {
  return BY_CODE[code] ?? BY_ENDING.find(([ending]) => code.endsWith(ending))?.[1];
}

export function statusOf(code: string): number {
  return chosenStatus(code) ?? 422;
}
