import type { Campaign } from '../../../domain/campaign';
import type { Round } from '../../../domain/nomination';
import { hasQuorum } from '../../../domain/voting';
import { message } from '../../../platform/messages/message';
import { oneLine } from '../../../platform/text/printable';
import type { Wording } from '../papers/paper';
import { punctuated, sentence } from '../words/citation';
import { count } from '../words/formats';
import { beginning, ending } from '../words/meeting-time';
import { shareWords } from '../words/votes';
import { type Frame, council, frame, ofPhase, quotedTitle } from './frame.view';
import { type Line, attendanceLines } from './minutes-attendance.view';
import { type Decisions, decisionsOf } from './minutes-decisions.view';
import { agendaWords, paperOf } from './minutes-words';
import { type MinutesVotes, votesOf } from './minutes-votes.view';
import type { RoundData } from './round-data';
import type { SessionData } from './session-data';
import { type SignerView, signerOf } from './signer.view';

/** Biên bản họp xét of one session of the council (NĐ 30/2020, Phụ lục III, mẫu 1.10). */
export interface MinutesView {
  frame: Frame;
  headings: Wording['headings'];
  subject: string;
  /** Without a text: a blank to be filled in by hand. */
  setting: Line[];
  attendance: Line[];
  quorum: string[];
  report: string;
  votes: MinutesVotes;
  decisions: Decisions;
  closing: string;
  secretary: string;
  chair: SignerView;
  copies: string[];
}

export function minutesView(
  { campaign, round, papers }: Pick<RoundData, 'campaign' | 'round' | 'papers'>,
  session: SessionData,
): MinutesView {
  const issue = papers.issueOf('minutes', paperOf(session));
  const { headings } = papers.wordingOf('minutes');
  return {
    frame: frame(campaign, round, council(campaign), 'BB', issue),
    headings,
    subject: subjectOf(campaign, round, session),
    setting: settingOf(session),
    attendance: attendanceLines(session),
    quorum: quorumOf(campaign, session),
    report: message('dossier.minutes.report', { agenda: agendaWords(session) }),
    votes: votesOf(campaign, session),
    decisions: decisionsOf(campaign, session),
    closing: message('dossier.minutes.closing', { moment: ending(session) }),
    secretary: oneLine(session.secretary),
    chair: signerOf(issue, { authority: headings.chair ?? '', name: session.chair }),
    copies: punctuated([message('dossier.copy.attending'), message('dossier.copy.file')]),
  };
}

function subjectOf(campaign: Campaign, round: Round, { number }: SessionData): string {
  const names = { title: quotedTitle(campaign), phase: ofPhase(campaign, round) };
  return number === null
    ? message('dossier.minutes.subject', names)
    : message('dossier.minutes.subject.session', { ...names, number });
}

function settingOf(session: SessionData): Line[] {
  const lines = [
    ['time', beginning(session)],
    ['place', session.place],
    ['chair', titled(session.chair, 'chair')],
    ['secretary', titled(session.secretary, 'secretary')],
  ] as const;
  return lines.map(([key, text], at) => ({
    label: `${at + 1}. ${message(`dossier.minutes.${key}`)}`,
    text: sentence(oneLine(text)),
  }));
}

function titled(name: string, role: 'chair' | 'secretary'): string {
  return name === '' ? '' : message(`dossier.seat.${role}`, { name: oneLine(name) });
}

/** Each rule of the plan once, and whether enough members were there. */
function quorumOf({ awards }: Campaign, { attendance }: SessionData): string[] {
  if (attendance === null) return [];
  const lines = awards.flatMap(({ requires: { vote } }) => {
    if (!vote?.quorum) return [];
    const key = hasQuorum(vote, attendance) ? 'dossier.minutes.quorum' : 'dossier.minutes.no-quorum';
    const attending = count(attendance.present + attendance.written);
    const members = count(attendance.members);
    return [message(key, { attending, members, share: shareWords(vote.quorum) })];
  });
  return [...new Set(lines)];
}
