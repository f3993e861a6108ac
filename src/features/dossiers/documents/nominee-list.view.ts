import type { Campaign, CriteriaSet, Hundredths } from '../../../domain/campaign';
import type { NominationResult } from '../../../domain/evaluation';
import type { Nomination, Round } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import { type AwardPool, type AwardRound, recipientsOf } from './award-round';
import { punctuated } from '../words/citation';
import type { Issue, Wording } from '../papers/paper';
import type { RoundData } from './round-data';
import { type SignerView, signerOf } from './signer.view';
import { count, points, roman } from '../words/formats';
import {
  type Frame,
  type Issuer,
  dayOf,
  frame,
  numberOf,
  headOf,
  office,
  ofPhase,
  organizer,
  quotedTitle,
} from './frame.view';
import { oneLine } from '../../../platform/text/printable';
import { unitName } from './full-names';
import { calledBy } from './recipient';
import { countsOf } from './submission.view';
import { votesOn } from '../words/votes';

/** `portrait`: the position stands under the name, and the award in the headings of the groups; nothing is left out. */
export type Orientation = 'portrait' | 'landscape';

/** Danh sách đề nghị of one award: recipients only. */
interface NomineeListView {
  isPortrait: boolean;
  frame: Frame;
  headings: Wording['headings'];
  subject: string;
  attachedTo: string;
  groups: { heading: string; rows: NomineeRow[] }[];
  /** Two lines at least: the signature stands with them (NĐ 30/2020, Phụ lục I). */
  summary: [string, string];
  signer: SignerView;
  copies: string[];
}

export interface NomineeRow {
  number: number;
  name: string;
  /** Empty for who has none: a collective. */
  position: string;
  unit: string;
  award: string;
  kind: string;
  total: string;
  rank: string;
  votes: string;
  /** Of `total` and `rank`, to be reckoned with. */
  figures: { total: Hundredths | null; rank: number | null };
}

export function nomineeListView(
  { campaign, round, papers }: Pick<RoundData, 'campaign' | 'round' | 'papers'>,
  one: AwardRound,
  orientation: Orientation = 'landscape',
): NomineeListView {
  const issue = papers.issueOf('nominee-list', one.award.code);
  const own = one.award.authority === 'own';
  const sender = own ? office(campaign) : organizer(campaign);
  const filled = one.pools.filter(({ recipients }) => recipients.length > 0);
  const isPortrait = orientation === 'portrait';
  return {
    isPortrait,
    frame: frame(campaign, round, sender, 'DS', issue),
    headings: papers.wordingOf('nominee-list').headings,
    subject: message('dossier.list.subject', {
      award: oneLine(one.award.name),
      title: quotedTitle(campaign),
      phase: ofPhase(campaign, round),
    }),
    attachedTo: attachedTo(round, sender, papers.issueOf('submission', one.award.code)),
    groups: filled.map(({ set, recipients }, at) => ({
      heading: `${roman(at + 1)}. ${groupName(set, filled)}${isPortrait ? `: ${oneLine(one.award.name)}` : ''}`,
      rows: recipients.map((result, at) => rowOf({ campaign, round, one }, result, at + 1)),
    })),
    summary: [
      message('dossier.list.total', {
        total: count(recipientsOf(one).length),
        award: oneLine(one.award.name),
      }),
      message('dossier.list.kinds', { counts: countsOf(one) }),
    ],
    signer: signerOf(issue, own ? { authority: office(campaign).head, name: '' } : headOf(campaign)),
    copies: punctuated([message('dossier.copy.with-submission'), message('dossier.copy.file')]),
  };
}

function attachedTo(round: Round, sender: Issuer, submission: Issue): string {
  return message('dossier.list.attached', {
    number: numberOf(submission, 'TTr', sender),
    day: dayOf(submission, round),
    sender: oneLine(sender.name),
  });
}

/** Sets of one subject are told apart by their titles. */
function groupName(set: CriteriaSet, all: readonly AwardPool[]): string {
  const subject = message(`dossier.section.${set.subject}`);
  const isOnly = all.filter((other) => other.set.subject === set.subject).length === 1;
  return isOnly ? subject : `${subject}: ${oneLine(set.title)}`;
}

function rowOf(
  { campaign, round, one: { award } }: { campaign: Campaign; round: Round; one: AwardRound },
  result: NominationResult,
  number: number,
): NomineeRow {
  const { nomination, total, rank } = result;
  return {
    number,
    name: calledBy(nomination),
    position: oneLine(nomination.position ?? ''),
    unit: unitName(campaign, award)(nomination.unit),
    award: oneLine(award.name),
    kind: kindOf(nomination),
    total: points(total),
    rank: rank === null ? '–' : String(rank),
    votes: votesOn(award.code, result, round) ?? '–',
    figures: { total, rank },
  };
}

/** Statistics ask for leaders apart from people who work directly (Luật Thi đua, khen thưởng Điều 5.2.d). */
function kindOf({ subject, positionClass }: Nomination): string {
  return subject === 'individual' && positionClass
    ? message(`dossier.class.${positionClass}`)
    : message(`dossier.section.${subject}`);
}
