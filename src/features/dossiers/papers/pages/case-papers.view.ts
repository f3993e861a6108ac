import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../../domain/access';
import { oneLine } from '../../../../platform/text/printable';
import { address, pageLinks, pageNumber } from '../../../../platform/views/page-links';
import type { OpenPhase } from '../../../campaigns/phase.queries';
import type { NominationLine } from '../../../nominations/nomination.queries';
import { visibleNominations } from '../../../nominations/nomination.scope';
import type { DocumentKind } from '../paper';
import type { PaperIssueRow } from '../paper-issue.entity';
import { issuesOf } from '../papers.queries';
import { issueAddress, signedPaperAddress, papersAddress } from './addresses';
import { type PaperLine, paperLine } from './paper-line.view';

/** The papers of one nomination. */
export interface CaseLine {
  code: string;
  name: string;
  unit: string;
  pdf: string;
  papers: PaperLine[];
}

const SIZE = 50;
const KINDS: readonly DocumentKind[] = ['achievement-report', 'score-sheet'];

/** One page of the nominations that the actor may see, each with its papers; a fixed number of queries. */
export async function casePapers(
  reader: EntityManager,
  actor: Actor,
  open: OpenPhase,
  { q, page: asked }: { q: string; page: string },
) {
  const page = pageNumber(asked);
  const filter = {
    q: q || undefined,
    sort: 'code',
    direction: 'asc',
    skip: (page - 1) * SIZE,
    take: SIZE,
  } as const;
  const [rows, total] = await visibleNominations(reader, actor, open.phase, filter);
  const issues = await issuesOf(reader, open.phase.id);
  const path = `${papersAddress({ campaign: open.campaign.code, phase: open.phase.code })}/ho-so`;
  return {
    filter: { q, path },
    cases: rows.map((row) => caseLine(open, issues, row)),
    pages: pageLinks({ page, size: SIZE, total }, 'hồ sơ', (at) => address(path, { q, trang: at })),
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
        pdf,
        edit: issueAddress(at, kind, code),
        signed: signedPaperAddress(at, { kind, subject: code }),
      }),
    ),
  };
}
