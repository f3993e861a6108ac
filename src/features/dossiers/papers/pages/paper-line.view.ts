import { message } from '../../../../platform/messages/message';
import { plainDay } from '../../../../platform/text/vietnam-time';
import type { PaperIssueRow } from '../paper-issue.entity';
import type { PaperName } from '../paper-subject';
import { keyOf } from '../papers.queries';

/** One paper as a row of the list. */
export interface PaperLine {
  name: string;
  number: string;
  day: string;
  signer: string;
  /** What is still missing of number, day and signer: nothing where the paper is complete. */
  state: { label: string; kind: string };
  pdf: string | null;
  /** The same upright, of what is printed across otherwise. */
  portrait: string | null;
  word: string | null;
  edit: string;
  /** Its page with the signed file. */
  signed: string;
}

export function paperLine(
  paper: PaperName,
  issues: ReadonlyMap<string, PaperIssueRow>,
  links: Pick<PaperLine, 'pdf' | 'edit' | 'signed'> & Partial<Pick<PaperLine, 'name' | 'portrait'>>,
): PaperLine {
  const row = issues.get(keyOf(paper.kind, paper.subject));
  return {
    name: message(`paper.kind.${paper.kind}`),
    number: row?.number ?? '',
    day: row?.day ? plainDay(row.day) : '',
    signer: row?.signer ?? '',
    state: stateOf(row),
    portrait: null,
    ...links,
    word: links.pdf && `${links.pdf}?dang=docx`,
  };
}

function stateOf(row: PaperIssueRow | undefined): PaperLine['state'] {
  const known = [row?.number, row?.day, row?.signer].filter((part) => typeof part === 'string').length;
  if (known === 3) return { label: message('paper.state.issued'), kind: 'ok' };
  return known === 0
    ? { label: message('paper.state.blank'), kind: 'draft' }
    : { label: message('paper.state.partly'), kind: 'wait' };
}
