import { message } from '../../../../platform/messages/message';
import { plainDay, typedDay } from '../../../../platform/text/vietnam-time';
import { type FormBody, formText } from '../../../../platform/views/form';
import { errorSummary, fieldLabels, formField } from '../../../../platform/views/form-field';
import type { Refusal } from '../../../../platform/views/refusal-view';
import type { IssueSetting } from '../issue.setting';
import type { PaperIssueRow } from '../paper-issue.entity';

/** The form as it was typed. */
export interface TypedIssue {
  number: string;
  day: string;
  authority: string;
  signer: string;
  version: string;
}

const FIELDS = ['number', 'day', 'authority', 'signer'] as const;

export function typedIssue(body: FormBody): TypedIssue {
  const of = (name: string) => formText(body, name);
  return {
    number: of('number'),
    day: of('day'),
    authority: of('authority'),
    signer: of('signer'),
    version: of('version'),
  };
}

/** What is filled in already, or an empty form. */
export function storedIssue(row: PaperIssueRow | null): TypedIssue {
  return {
    number: row?.number ?? '',
    day: row?.day ? plainDay(row.day) : '',
    authority: row?.authority ?? '',
    signer: row?.signer ?? '',
    version: String(row?.version ?? 0),
  };
}

export function issueOfForm({ number, day, authority, signer }: TypedIssue): IssueSetting {
  return { number, day: typedDay(day), authority, signer };
}

/** `isOutside`: another body issues the paper, under a symbol of its own. */
export function issueForm(typed: TypedIssue, refusal: Refusal, { isOutside }: { isOutside: boolean }) {
  const labels = fieldLabels('paper.field', FIELDS);
  const field = (name: (typeof FIELDS)[number]) => ({
    ...formField(name, typed[name], refusal),
    label: labels[name],
  });
  return {
    summary: errorSummary(refusal, labels),
    number: { ...field('number'), hint: message(`paper.number.${isOutside ? 'outside' : 'own'}`) },
    day: field('day'),
    authority: field('authority'),
    signer: field('signer'),
    version: typed.version,
  };
}
