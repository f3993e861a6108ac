import { message } from '../../../../platform/messages/message';
import { oneLine } from '../../../../platform/text/printable';
import { dayText } from '../../../../platform/text/vietnam-time';
import type { OpenPhase } from '../../../campaigns/phase.queries';
import type { SessionRow } from '../../../council/session.entity';
import { type AwardRound, awardRound, recipientsOf } from '../../documents/award-round';
import { decidedRound } from '../../documents/decided-round';
import type { RoundData } from '../../documents/round-data';
import type { DocumentKind } from '../paper';
import type { PaperIssueRow } from '../paper-issue.entity';
import type { Notice } from '../noticed-unit';
import { address } from '../../../../platform/views/address';
import { pageLinks } from '../../../../platform/views/pager';
import { awardPdf, issueAddress, noticePdf, reviewPdf, sessionPdf, signedPaperAddress } from './addresses';
import { type PaperLine, type Print, paperLine, print, printsAt } from './paper-line.view';

/** The papers of one award, of one session, of the phase itself, or to the units. */
export interface PaperGroup {
  /** Where the links between pages lead. */
  id?: string;
  heading: string;
  lines: PaperLine[];
}

interface Known {
  open: OpenPhase;
  data: RoundData;
  sessions: readonly SessionRow[];
  issues: ReadonlyMap<string, PaperIssueRow>;
  notices: readonly Notice[];
}

/** The id of the group of notices. */
const NOTICES = 'thong-bao';

/** The links between the pages of the notices; null where one page holds them all. */
export function noticePages(list: string, { page, size, total }: Record<'page' | 'size' | 'total', number>) {
  const at = (number: number) => `${address(list, { trang: number })}#${NOTICES}`;
  return total > size ? pageLinks({ page, size, total }, 'thông báo', at) : null;
}

function phaseName({ open: { campaign, phase } }: Pick<Known, 'open'>) {
  return { campaign: campaign.code, phase: phase.code };
}

/** The papers of the phase in the order in which they come about; those of single nominations have a list of their own. */
export function paperGroups(known: Known): PaperGroup[] {
  return [
    ...known.sessions.map((session) => sessionGroup(known, session)),
    ...awardGroups(known),
    phaseGroup(known),
    ...noticeGroup(known),
  ];
}

function sessionGroup(known: Known, { id, number, title, startsAt }: SessionRow): PaperGroup {
  return {
    heading: `${oneLine(title)} (${dayText(startsAt)})`,
    lines: lines(known, ['invitation', 'minutes'], String(number), (kind) => sessionPdf(kind, id)),
  };
}

function awardGroups(known: Known): PaperGroup[] {
  const { campaign } = known.open;
  return campaign.awards
    .toSorted((a, b) => a.tier - b.tier)
    .map((award) => awardRound(campaign, known.data.evaluation, award))
    .filter(({ pools }) => pools.length > 0)
    .map((one) => awardGroup(known, one));
}

function awardGroup(known: Known, one: AwardRound): PaperGroup {
  const { award } = one;
  const isPrinted = (kind: DocumentKind) =>
    (kind !== 'award-decision' && kind !== 'certificate') ||
    (award.authority === 'own' && recipientsOf(decidedRound(known.data, award)).length > 0);
  return {
    heading: oneLine(award.name),
    lines: lines(known, kindsOf(one), award.code, (kind) =>
      isPrinted(kind) ? awardPdf(phaseName(known), kind, award.code) : null,
    ),
  };
}

/** There is a list where there is somebody to list. */
function kindsOf(one: AwardRound): DocumentKind[] {
  const list = recipientsOf(one).length > 0 ? ['nominee-list' as const] : [];
  const certificates = one.award.authority === 'own' ? ['certificate' as const] : [];
  return ['submission', ...list, 'award-decision', ...certificates];
}

function phaseGroup(known: Known): PaperGroup {
  return {
    heading: message('paper.group.phase'),
    lines: lines(known, ['review-report'], known.open.phase.code, () => reviewPdf(phaseName(known))),
  };
}

function lines(
  { open, issues }: Known,
  kinds: readonly DocumentKind[],
  subject: string,
  pdfOf: (kind: DocumentKind) => string | null,
): PaperLine[] {
  const phase = phaseName({ open });
  return kinds.map((kind) =>
    paperLine({ kind, subject }, issues, {
      prints: printsOf(open, kind, pdfOf(kind)),
      edit: issueAddress(phase, kind, subject),
      signed: signedPaperAddress(phase, { kind, subject }),
    }),
  );
}

/** The list also stands upright and as a table; the review is printed as the other kind too. */
function printsOf({ campaign, phase }: OpenPhase, kind: DocumentKind, pdf: string | null): Print[] {
  if (kind === 'nominee-list')
    return printsAt(pdf, 'landscape', [
      print('portrait', `${pdf}?huong=dung`),
      print('excel', `${pdf}?dang=xlsx`),
    ]);
  if (kind !== 'review-report') return printsAt(pdf);
  const isFinal = campaign.phases.find(({ code }) => code === phase.code)?.review === 'final';
  const other = isFinal ? print('interim', `${pdf}?loai=so-ket`) : print('final', `${pdf}?loai=tong-ket`);
  return printsAt(pdf, 'pdf', [other]);
}

/** One for each unit; those of units that are a part of another today stay under the names that they bear. */
function noticeGroup({ open, issues, notices }: Known): PaperGroup[] {
  const phase = phaseName({ open });
  const lines = notices.map(({ id, name, isFormer }) =>
    paperLine({ kind: 'notice', subject: id }, issues, {
      name: message(isFormer ? 'paper.notice.former' : 'paper.notice', { unit: oneLine(name) }),
      prints: printsAt(isFormer ? null : noticePdf(phase, name)),
      edit: issueAddress(phase, 'notice', id),
      signed: signedPaperAddress(phase, { kind: 'notice', subject: id }),
    }),
  );
  return lines.length > 0 ? [{ id: NOTICES, heading: message('paper.group.notices'), lines }] : [];
}
