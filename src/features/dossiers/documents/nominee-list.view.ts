import type { Campaign, CriteriaSet } from '../../../domain/campaign';
import type { NominationResult } from '../../../domain/evaluation';
import type { Nomination, Round } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import type { AwardPool, AwardRound } from './award-round';
import { punctuated } from '../words/citation';
import { blankDay, count, points, roman } from '../words/formats';
import { type Frame, frame, office, ofPhase, organizer, quotedTitle } from './frame.view';
import { oneLine, upper } from '../../../platform/text/printable';
import { votesOn } from '../words/votes';

/** Danh sách đề nghị of one award: recipients only. */
export interface NomineeListView {
  frame: Frame;
  subject: string;
  attachedTo: string;
  groups: { heading: string; rows: NomineeRow[] }[];
  summary: string;
  assumptions: string[];
  signer: { authority: string; name: string };
  copies: string[];
}

interface NomineeRow {
  number: number;
  name: string;
  position: string;
  unit: string;
  award: string;
  kind: string;
  total: string;
  rank: string;
  votes: string;
}

export function nomineeListView(campaign: Campaign, round: Round, one: AwardRound): NomineeListView {
  const own = one.award.authority === 'own';
  const sender = own ? office(campaign) : organizer(campaign);
  const filled = one.pools.filter(({ recipients }) => recipients.length > 0);
  const total = filled.reduce((sum, { recipients }) => sum + recipients.length, 0);
  const { head } = campaign.organizer;
  return {
    frame: frame(campaign, round, sender, 'DS'),
    subject: message('dossier.list.subject', {
      award: oneLine(one.award.name),
      title: quotedTitle(campaign),
      phase: ofPhase(campaign, round),
    }),
    attachedTo: message('dossier.list.attached', {
      symbol: sender.symbol ? `TTr-${oneLine(sender.symbol)}` : 'TTr-……',
      day: blankDay(round.date),
      sender: oneLine(sender.name),
    }),
    groups: filled.map(({ set, recipients }, at) => ({
      heading: `${roman(at + 1)}. ${groupName(set, filled)}`,
      rows: recipients.map((result, at) => rowOf(one, result, round, at + 1)),
    })),
    summary: message(total > 0 ? 'dossier.list.total' : 'dossier.list.nobody', {
      total: count(total),
    }),
    assumptions: campaign.assumptions.map(oneLine),
    signer: own
      ? { authority: upper(office(campaign).head), name: '' }
      : { authority: upper(head?.title ?? message('dossier.head')), name: oneLine(head?.name ?? '') },
    copies: punctuated([message('dossier.copy.with-submission'), message('dossier.copy.file')]),
  };
}

/** Sets of one subject are told apart by their titles. */
function groupName(set: CriteriaSet, all: readonly AwardPool[]): string {
  const subject = message(`dossier.section.${set.subject}`);
  const isOnly = all.filter((other) => other.set.subject === set.subject).length === 1;
  return isOnly ? subject : `${subject}: ${oneLine(set.title)}`;
}

function rowOf({ award }: AwardRound, result: NominationResult, round: Round, number: number): NomineeRow {
  const { nomination, total, rank } = result;
  return {
    number,
    name: oneLine(nomination.name),
    position: oneLine(nomination.position ?? '') || '–',
    unit: oneLine(nomination.unit),
    award: oneLine(award.name),
    kind: kindOf(nomination),
    total: points(total),
    rank: rank === null ? '–' : String(rank),
    votes: votesOn(award.code, result, round) ?? '–',
  };
}

/** Statistics ask for leaders apart from people who work directly (Luật Thi đua, khen thưởng Điều 5.2.d). */
function kindOf({ subject, positionClass }: Nomination): string {
  return subject === 'individual' && positionClass
    ? message(`dossier.class.${positionClass}`)
    : message(`dossier.section.${subject}`);
}
