import { message } from '../../../../platform/messages/message';
import { plainDay } from '../../../../platform/text/vietnam-time';
import type { PaperIssueRow } from '../paper-issue.entity';
import type { PaperName } from '../paper-subject';
import { keyOf } from '../papers.queries';

export interface Print {
  label: string;
  href: string;
}

/** One paper as a row of the list. */
export interface PaperLine {
  name: string;
  number: string;
  day: string;
  signer: string;
  /** What is still missing of number, day and signer: nothing where the paper is complete. */
  state: { label: string; kind: string };
  /** The forms in which it can be had; none where it is not printed here. */
  prints: Print[];
  edit: string;
  /** Its page with the signed file. */
  signed: string;
}

export function paperLine(
  paper: PaperName,
  issues: ReadonlyMap<string, PaperIssueRow>,
  links: Pick<PaperLine, 'prints' | 'edit' | 'signed'> & Partial<Pick<PaperLine, 'name'>>,
): PaperLine {
  const row = issues.get(keyOf(paper.kind, paper.subject));
  return {
    name: message(`paper.kind.${paper.kind}`),
    number: row?.number ?? '',
    day: row?.day ? plainDay(row.day) : '',
    signer: row?.signer ?? '',
    state: stateOf(row),
    ...links,
  };
}

/** PDF and Word of one address, and what else there is of this paper. */
export function printsAt(pdf: string | null, label = 'pdf', others: readonly Print[] = []): Print[] {
  if (pdf === null) return [];
  return [print(label, pdf), ...others, print('word', `${pdf}?dang=docx`)];
}

export function print(label: string, href: string): Print {
  return { label: message(`paper.print.${label}`), href };
}

function stateOf(row: PaperIssueRow | undefined): PaperLine['state'] {
  const known = [row?.number, row?.day, row?.signer].filter((part) => typeof part === 'string').length;
  if (known === 3) return { label: message('paper.state.issued'), kind: 'ok' };
  return known === 0
    ? { label: message('paper.state.blank'), kind: 'draft' }
    : { label: message('paper.state.partly'), kind: 'wait' };
}
