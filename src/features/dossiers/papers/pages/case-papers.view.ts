import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../../domain/access';
import { oneLine } from '../../../../platform/text/printable';
import { sheetHref } from '../../../../platform/sheets/whole-list';
import { address } from '../../../../platform/views/address';
import { pageLinks } from '../../../../platform/views/pager';
import type { OpenPhase } from '../../../campaigns/phase.queries';
import type { NominationLine } from '../../../nominations/nomination.queries';
import { visibleNominations } from '../../../nominations/nomination.scope';
import type { DocumentKind } from '../paper';
import type { PaperIssueRow } from '../paper-issue.entity';
import { issuesOf } from '../papers.queries';
import { issueAddress, signedPaperAddress, papersAddress } from './addresses';
import { type PaperLine, paperLine, printsAt } from './paper-line.view';

/** The papers of one nomination. */
export interface CaseLine {
  code: string;
  name: string;
  unit: string;
  pdf: string;
  papers: PaperLine[];
}

const KINDS: readonly DocumentKind[] = ['achievement-report', 'score-sheet'];

/** One page of the nominations that the actor may see, each with its papers; a fixed number of queries. */
export async function casePapers(
  reader: EntityManager,
  actor: Actor,
  open: OpenPhase,
  { q, skip, take }: { q: string; skip: number; take: number },
) {
  const filter = { q: q || undefined, sort: 'code', direction: 'asc', skip, take } as const;
  const [rows, total] = await visibleNominations(reader, actor, open.phase, filter);
  const issues = await issuesOf(reader, open.phase.id);
  const path = `${papersAddress({ campaign: open.campaign.code, phase: open.phase.code })}/ho-so`;
  return {
    filter: { q, path },
    cases: rows.map((row) => caseLine(open, issues, row)),
    sheet: sheetHref(address(path, { q })),
    pages: pageLinks({ page: Math.floor(skip / take) + 1, size: take, total }, 'hồ sơ', (at) =>
      address(path, { q, trang: at }),
    ),
  };
}

function caseLine(
  { campaign, phase }: OpenPhase,
  issues: ReadonlyMap<string, PaperIssueRow>,
  { id, code, name, unit }: NominationLine,
): CaseLine {
  const at = { campaign: campaign.code, phase: phase.code };
  const pdf = `/de-nghi/${id}/ho-so.pdf`;
  return {
    code,
    name: oneLine(name),
    unit: oneLine(unit),
    pdf,
    papers: KINDS.map((kind) =>
      paperLine({ kind, subject: code }, issues, {
        prints: printsAt(pdf),
        edit: issueAddress(at, kind, code),
        signed: signedPaperAddress(at, { kind, subject: code }),
      }),
    ),
  };
}
