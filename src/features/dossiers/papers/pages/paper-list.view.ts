import type { Evaluation } from '../../../../domain/evaluation';
import { message } from '../../../../platform/messages/message';
import { oneLine } from '../../../../platform/text/printable';
import { dayText } from '../../../../platform/text/vietnam-time';
import type { OpenPhase } from '../../../campaigns/phase.queries';
import type { SessionRow } from '../../../council/session.entity';
import { type AwardRound, awardRound, recipientsOf } from '../../documents/award-round';
import type { DocumentKind } from '../paper';
import type { PaperIssueRow } from '../paper-issue.entity';
import { awardPdf, issueAddress } from './addresses';
import { type PaperLine, paperLine } from './paper-line.view';

/** The papers of one award, of one session, or of the phase itself. */
export interface PaperGroup {
  heading: string;
  lines: PaperLine[];
}

interface Known {
  open: OpenPhase;
  evaluation: Evaluation;
  sessions: readonly SessionRow[];
  issues: ReadonlyMap<string, PaperIssueRow>;
}

/** The papers of the phase in the order in which they come about; those of single nominations have a list of their own. */
export function paperGroups(known: Known): PaperGroup[] {
  return [
    ...known.sessions.map((session) => sessionGroup(known, session)),
    ...awardGroups(known),
    phaseGroup(known),
  ];
}

function sessionGroup(known: Known, { number, title, startsAt }: SessionRow): PaperGroup {
  return {
    heading: `${oneLine(title)} (${dayText(startsAt)})`,
    lines: lines(known, ['invitation', 'minutes'], String(number)),
  };
}

function awardGroups(known: Known): PaperGroup[] {
  const { campaign } = known.open;
  return campaign.awards
    .toSorted((a, b) => a.tier - b.tier)
    .map((award) => awardRound(campaign, known.evaluation, award))
    .filter(({ pools }) => pools.length > 0)
    .map((one) => ({ heading: oneLine(one.award.name), lines: lines(known, kindsOf(one), one.award.code) }));
}

/** There is a list where there is somebody to list. */
function kindsOf(one: AwardRound): DocumentKind[] {
  return ['submission', ...(recipientsOf(one).length > 0 ? ['nominee-list' as const] : []), 'award-decision'];
}

function phaseGroup(known: Known): PaperGroup {
  return {
    heading: message('paper.group.phase'),
    lines: lines(known, ['review-report'], known.open.phase.code),
  };
}

function lines({ open, issues }: Known, kinds: readonly DocumentKind[], subject: string): PaperLine[] {
  const phase = { campaign: open.campaign.code, phase: open.phase.code };
  return kinds.map((kind) =>
    paperLine({ kind, subject }, issues, {
      pdf: awardPdf(phase, kind, subject),
      edit: issueAddress(phase, kind, subject),
    }),
  );
}
