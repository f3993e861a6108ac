/** Refusals that are no row of the table: why, the test in which each of them stands, and their codes. */
export interface Elsewhere {
  why: string;
  test: string;
  codes: string;
}

const READ = 'only read, nothing is written';
const GROUND = 'the ground of every path, before any act is asked for';
const MACHINE = 'the machine fails, and no rule';
const FILES = 'one door only, the command line with its files';
const API_ALONE = 'one door only, the API';
const ASIDE = 'a mark of one’s own reading, or a sheet that is looked at';

export const ELSEWHERE: readonly Elsewhere[] = [
  {
    why: GROUND,
    test: 'test/http/problem.spec.ts',
    codes: `malformed-json invalid-fields route-not-found method-not-allowed body-too-large too-many-values
      wrong-content-type`,
  },
  {
    why: GROUND,
    test: 'test/http/ground-refusals.spec.ts',
    codes: 'malformed-request form-expired password-must-change login-failed',
  },
  { why: GROUND, test: 'test/security/routes.spec.ts', codes: 'unauthenticated' },
  { why: MACHINE, test: 'test/http/ground-refusals.spec.ts', codes: 'not-ready' },
  { why: MACHINE, test: 'test/http/problem.spec.ts', codes: 'unexpected' },
  { why: MACHINE, test: 'test/database/unit-of-work.spec.ts', codes: 'nested-unit-of-work' },
  { why: MACHINE, test: 'test/database/busy.spec.ts', codes: 'database-busy' },
  {
    why: MACHINE,
    test: 'test/http/print-refusals.spec.ts',
    codes: 'no-browser browser-too-old renderer-busy print-timeout print-failed browser-failed',
  },
  { why: MACHINE, test: 'test/evidence/scanner.spec.ts', codes: 'scanner-unreachable' },
  { why: MACHINE, test: 'test/exports/worker.spec.ts', codes: 'export-lost' },
  { why: MACHINE, test: 'test/exports/refusals.spec.ts', codes: 'export-broken' },
  {
    why: READ,
    test: 'test/exports/refusals.spec.ts',
    codes: 'export-file-not-found export-removed-not-found export-not-done',
  },
  {
    why: READ,
    test: 'test/api/not-there.spec.ts',
    codes: `version-not-found nominee-list-not-found signed-paper-not-found sample-not-found tie-settled
      paper-without-signing-copy`,
  },
  {
    why: READ,
    test: 'test/api/dossiers.spec.ts',
    codes: 'paper-form-unknown award-decision-not-found paper-orientation-unknown',
  },
  { why: READ, test: 'test/api/papers.spec.ts', codes: 'paper-not-found' },
  { why: READ, test: 'test/api/review-report.spec.ts', codes: 'review-unknown' },
  { why: READ, test: 'test/domain/bonus.spec.ts', codes: 'base-salary-unknown' },
  { why: READ, test: 'test/dossiers/word-length.spec.ts', codes: 'word-too-long' },
  { why: READ, test: 'test/dossiers/bundle-round.spec.ts', codes: 'export-empty' },
  { why: ASIDE, test: 'test/api/notices.spec.ts', codes: 'notice-not-found' },
  { why: ASIDE, test: 'test/council/sheets.spec.ts', codes: 'sheet-not-found' },
  {
    why: 'two at once, or the command line; alone an administrator hears `own-account`',
    test: 'test/accounts/last-administrator.spec.ts',
    codes: 'last-administrator account-closed',
  },
  { why: FILES, test: 'test/cli/accounts.spec.ts', codes: 'group-unknown' },
  { why: FILES, test: 'test/cli/sign.spec.ts', codes: 'image-not-png' },
  {
    why: FILES,
    test: 'test/signing/verify.spec.ts',
    codes: `key-file-password key-file-broken key-file-without-key key-kind-unknown signature-field-unknown
      signature-field-signed signature-field-unseen certificates-unreadable`,
  },
  { why: 'one door only, the page', test: 'test/api/not-there.spec.ts', codes: 'file-missing' },
  { why: API_ALONE, test: 'test/api/imports.spec.ts', codes: 'yaml-too-long' },
  { why: API_ALONE, test: 'test/pages/office-appraisal.spec.ts', codes: 'reasons-of-appraisal' },
  { why: API_ALONE, test: 'test/council/sheets.spec.ts', codes: 'member-unknown' },
  { why: API_ALONE, test: 'test/council/session.spec.ts', codes: 'ballot-of-session-exists' },
];
