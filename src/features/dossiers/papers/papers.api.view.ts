import type { DocumentTemplate } from './document-templates';
import type { PaperIssueRow } from './paper-issue.entity';
import type { PaperWordingRow } from './paper-wording.entity';
import type { PaperName } from './paper-subject';

/** `version` 0: nothing was filled in yet. */
export function issueView(name: PaperName, row: PaperIssueRow | null | undefined) {
  return {
    kind: name.kind,
    subject: name.subject,
    number: row?.number ?? null,
    day: row?.day ?? null,
    authority: row?.authority ?? null,
    signer: row?.signer ?? null,
    by: row?.by ?? null,
    at: row?.at ?? null,
    version: row?.version ?? 0,
  };
}

/** A form with the wording that holds in a campaign; `version` 0: it is worded as the form has it. */
export function wordingView(form: DocumentTemplate, row: PaperWordingRow | null | undefined) {
  const { kind, subject, code, name, basis, from, to } = form;
  return {
    template: code,
    kind,
    subject: subject ?? null,
    name,
    basis,
    from,
    to: to ?? null,
    headings: { ...form.headings, ...row?.headings },
    grounds: row?.grounds ?? null,
    by: row?.by ?? null,
    at: row?.at ?? null,
    version: row?.version ?? 0,
  };
}
