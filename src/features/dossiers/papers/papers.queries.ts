import type { EntityManager } from 'typeorm';
import type { Day } from '../../../domain/campaign';
import type { PhaseRow } from '../../campaigns/phase.entity';
import { templateOn } from './document-templates';
import { noticedUnits } from './noticed-unit';
import { BLANK_ISSUE, type DocumentKind, type Issue, type Papers } from './paper';
import { PaperIssueRow } from './paper-issue.entity';
import { PaperWordingRow } from './paper-wording.entity';

/** What is filled in and worded otherwise for the papers of a phase that is decided on `day`: three queries. */
export async function papersOf(
  reader: EntityManager,
  { id, campaignId }: Pick<PhaseRow, 'id' | 'campaignId'>,
  day: Day,
): Promise<Papers> {
  const issues = await issuesOf(reader, id);
  const units = new Map((await noticedUnits(reader, id)).map((unit) => [unit.name, unit.id]));
  const wordings = await reader.findBy(PaperWordingRow, { campaignId });
  return {
    minutesDay: newestMinutes([...issues.values()]),
    unitOf: (name) => units.get(name) ?? name,
    issueOf: (kind, subject) => issueOf(issues.get(keyOf(kind, subject))),
    wordingOf: (kind, subject) => {
      const form = templateOn(kind, day, subject);
      const own = wordings.find(({ template }) => template === form.code);
      return { headings: { ...form.headings, ...own?.headings }, grounds: own?.grounds ?? null };
    },
  };
}

/** By `keyOf`. */
export async function issuesOf(reader: EntityManager, phaseId: string): Promise<Map<string, PaperIssueRow>> {
  const rows = await reader.findBy(PaperIssueRow, { phaseId });
  return new Map(rows.map((row) => [keyOf(row.kind, row.subject), row]));
}

/** Sessions are numbered in their order. */
function newestMinutes(rows: readonly PaperIssueRow[]): Day | null {
  const dated = rows.filter(({ kind, day }) => kind === 'minutes' && day !== null);
  return dated.toSorted((a, b) => Number(a.subject) - Number(b.subject)).at(-1)?.day ?? null;
}

export function keyOf(kind: DocumentKind, subject: string): string {
  return `${kind} ${subject}`;
}

function issueOf(row: PaperIssueRow | undefined): Issue {
  if (!row) return BLANK_ISSUE;
  const { number, day, authority, signer } = row;
  return { number, day, signer: signer === null ? null : { authority: authority ?? '', name: signer } };
}
