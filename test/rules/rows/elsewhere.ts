/** Refusals that are no row of the table, and why: by the reason, their codes. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  'the sentence above findings: each finding is a row of its own': `input-refused account-refused session-refused
    agenda-refused ballot-refused vote-refused`,
  'the ground of every path, before any act is asked for: test/http, test/security/routes.spec.ts': `malformed-json
    malformed-request invalid-fields unauthenticated route-not-found method-not-allowed request-timeout body-too-large
    too-many-values wrong-content-type form-expired password-must-change`,
  'the machine fails, and no rule: test/database, test/dossiers/renderer.spec.ts, test/evidence/scanner.spec.ts': `database-busy
    not-ready nested-unit-of-work unexpected no-browser browser-too-old renderer-busy print-timeout print-failed
    browser-failed scanner-unreachable export-broken export-lost`,
  'only read, nothing is written: test/api/dossiers.spec.ts, test/exports, test/signing': `base-salary-unknown
    version-not-found paper-form-unknown nominee-list-not-found award-decision-not-found review-unknown
    paper-orientation-unknown no-signature-room paper-without-signing-copy export-file-not-found
    export-removed-not-found export-not-done export-empty sample-not-found`,
  'an address of nothing, or of what one may not see: test/security/matrix.spec.ts asks every route': `campaign-not-found
    phase-not-found session-not-found seat-not-found item-not-found evidence-not-found matter-not-found
    tie-resolution-not-found proposal-not-found token-not-found notice-not-found sheet-not-found confirmation-not-found
    note-not-found unit-not-found export-not-found signed-paper-not-found paper-not-found document-template-not-found`,
  'one door only, one’s own account at the browser: test/accounts': `login-failed too-many-logins wrong-password password-same
    password-differs password-too-short password-too-long password-is-name too-many-tokens account-closed`,
  'one door only, the command line: test/cli, test/signing/verify.spec.ts': `group-unknown key-file-password key-file-broken
    key-file-without-key key-kind-unknown signature-field-unknown signature-field-signed signature-field-unseen image-not-png
    certificates-unreadable`,
  'one door only, the command line; on the others an administrator acts, and hears `own-account`: test/cli/accounts.spec.ts':
    'last-administrator',
  'one door only, the page: test/pages/unit-import.spec.ts, test/accounts/unit-merge.spec.ts, test/pages/tie.spec.ts': `file-missing
    too-many-files unit-merge-target-missing unit-merge-same export-kind-unknown tie-settled`,
  'one door only, the API: test/api, test/council/sheets.spec.ts, test/pages/office-appraisal.spec.ts': `yaml-too-long
    phase-opening-exists reasons-of-appraisal member-unknown ballot-of-session-exists`,
  'about several at once, not about one of them: test/pages/office-board.spec.ts':
    'nothing-chosen too-many-chosen',
};
