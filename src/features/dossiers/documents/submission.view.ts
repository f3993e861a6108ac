import type { Campaign, Subject } from '../../../domain/campaign';
import type { NominationResult } from '../../../domain/evaluation';
import type { Round } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import { type AwardRound, SUBJECTS, recipientsOf } from './award-round';
import { bonusWords } from './bonus.view';
import { presented } from './recipient';
import { unitName } from './full-names';
import { groundLines, groundsNote } from './grounds';
import type { Wording } from '../papers/paper';
import type { RoundData } from './round-data';
import { type SignerView, signerOf } from './signer.view';
import { punctuated } from '../words/citation';
import { count, itemMarks, points } from '../words/formats';
import {
  type Frame,
  type Issuer,
  frame,
  headOf,
  office,
  ofPhase,
  organizer,
  quotedTitle,
} from './frame.view';
import { submissionNotes } from './submission-notes.view';
import { goesThroughHomeAffairs } from '../words/legal-basis';
import { numberInWords } from '../words/number-words';
import { enumerated, oneLine } from '../../../platform/text/printable';
import { votesOn } from '../words/votes';

/** Tờ trình of one award: both kinds in one document. */
interface SubmissionView {
  frame: Frame;
  headings: Wording['headings'];
  subject: string;
  addressee: string;
  grounds: string[];
  /** Said where no law is known for the day of the decision. */
  groundsNote: string | null;
  request: string;
  sections: { heading: string; items: string[] }[];
  notes: string[];
  bonus: string | null;
  attachments: string;
  closing: string;
  signer: SignerView;
  copies: string[];
}

export function submissionView(
  data: Pick<RoundData, 'campaign' | 'round' | 'evaluation' | 'papers' | 'sessions'>,
  one: AwardRound,
): SubmissionView {
  const { campaign, round, papers } = data;
  const wording = papers.wordingOf('submission');
  const issue = papers.issueOf('submission', one.award.code);
  const own = one.award.authority === 'own';
  const sender: Issuer = own ? office(campaign) : organizer(campaign);
  const names = namesOf(campaign, round, one, sender);
  const nobody = recipientsOf(one).length === 0;
  return {
    frame: frame(campaign, round, sender, 'TTr', issue),
    headings: wording.headings,
    subject: message('dossier.submission.subject', names),
    addressee: addresseeOf(one, round, sender),
    grounds: groundLines(data, 'submission', round.date),
    groundsNote: groundsNote(data, 'submission', round.date),
    request: message(nobody ? 'dossier.submission.nobody' : 'dossier.submission.request', names),
    sections: sectionsOf(data, one),
    notes: submissionNotes(data, one),
    bonus: bonusWords(one, round),
    attachments: attachmentsOf(one),
    closing: message(nobody ? 'dossier.submission.closing.nobody' : 'dossier.submission.closing', names),
    signer: signerOf(issue, own ? { authority: office(campaign).head, name: '' } : headOf(campaign)),
    copies: punctuated([
      message('dossier.copy.same'),
      ...(own ? [] : [message('dossier.copy.council')]),
      message('dossier.copy.file'),
    ]),
  };
}

function namesOf(campaign: Campaign, round: Round, one: AwardRound, sender: Issuer) {
  return {
    award: oneLine(one.award.name),
    decider: oneLine(one.award.decider),
    sender: oneLine(sender.name),
    counts: countsOf(one),
    title: quotedTitle(campaign),
    phase: ofPhase(campaign, round),
  };
}

/** `02 (hai) tập thể và 03 (ba) cá nhân`. */
export function countsOf(one: AwardRound): string {
  const parts = SUBJECTS.flatMap((subject) => {
    const number = recipientsOfSubject(one, subject).length;
    return number > 0 ? [countOf(number, subject)] : [];
  });
  return enumerated(parts);
}

function countOf(number: number, subject: Subject): string {
  return `${count(number)} (${numberInWords(number)}) ${message(`dossier.kind.${subject}`)}`;
}

function addresseeOf({ award }: AwardRound, { date }: Round, sender: Issuer): string {
  const decider = oneLine(award.decider);
  const through = award.authority === 'propose' && goesThroughHomeAffairs(decider, date);
  return through && !/Sở Nội vụ/iu.test(sender.name)
    ? message('dossier.addressee.through', { decider })
    : decider;
}

function recipientsOfSubject({ pools }: AwardRound, subject: Subject): NominationResult[] {
  return pools.filter(({ set }) => set.subject === subject).flatMap(({ recipients }) => recipients);
}

function sectionsOf(
  { campaign, round, papers }: Pick<RoundData, 'campaign' | 'round' | 'papers'>,
  one: AwardRound,
): SubmissionView['sections'] {
  const { headings } = papers.wordingOf('submission');
  return SUBJECTS.map((subject) => ({ subject, recipients: recipientsOfSubject(one, subject) }))
    .filter(({ recipients }) => recipients.length > 0)
    .map(({ subject, recipients }, at) => ({
      heading: `${at + 1}. ${headings[subject] ?? ''}: ${countOf(recipients.length, subject)}`,
      items: itemsOf(campaign, one, recipients, round),
    }));
}

function itemsOf(
  campaign: Campaign,
  { award }: AwardRound,
  recipients: NominationResult[],
  round: Round,
): string[] {
  const named = unitName(campaign, award);
  const marks = itemMarks(recipients.length);
  return recipients.map((result, at) => {
    const end = at === recipients.length - 1 ? '.' : ';';
    return `${marks[at]} ${presented(result.nomination, named)}: ${meritOf(award.code, result, round)}${end}`;
  });
}

function meritOf(award: string, result: NominationResult, round: Round): string {
  const merit = message('dossier.merit', { points: points(result.total), rank: result.rank ?? '–' });
  const votes = votesOn(award, result, round);
  return votes === null ? merit : `${merit}, ${message('dossier.merit.votes', { votes })}`;
}

/** The results of a vote only where there was one. */
function attachmentsOf(one: AwardRound): string {
  const recipients = recipientsOf(one);
  const own = one.award.authority === 'own';
  const voted = recipients.some(({ nomination }) => Object.hasOwn(nomination.ballots, one.award.code));
  const kinds =
    recipients.length > 0
      ? ['list', 'reports', 'minutes', ...(voted ? ['votes'] : []), ...(own ? ['decision'] : [])]
      : ['minutes'];
  return kinds.map((kind) => message(`dossier.attachment.${kind}`)).join('; ');
}
