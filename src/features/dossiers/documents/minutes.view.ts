import type { Campaign } from '../../../domain/campaign';
import type { Round } from '../../../domain/nomination';
import { hasQuorum } from '../../../domain/voting';
import { message } from '../../../platform/messages/message';
import { oneLine } from '../../../platform/text/printable';
import type { Issue, Wording } from '../papers/paper';
import { punctuated, sentence } from '../words/citation';
import { count } from '../words/formats';
import { beginning, ending } from '../words/meeting-time';
import { shareWords } from '../words/votes';
import { dayOfSession } from './grounds';
import { type Frame, council, frame, ofPhase, quotedTitle } from './frame.view';
import { type Line, attendanceLines } from './minutes-attendance.view';
import { type Decisions, decisionsOf } from './minutes-decisions.view';
import { agendaWords, paperOf } from './minutes-words';
import { type MinutesVotes, votesOf } from './minutes-votes.view';
import { type Proposals, proposalsOf } from './minutes-proposals.view';
import type { RoundData } from './round-data';
import type { SessionData } from './session-data';
import { type SignerView, signerOf } from './signer.view';

/** Biên bản họp xét of one session of the council (NĐ 30/2020, Phụ lục III, mẫu 1.10). */
interface MinutesView {
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
  proposals: Proposals;
  closing: string;
  secretary: string;
  chair: SignerView;
  copies: string[];
}

type Minuted = Pick<RoundData, 'campaign' | 'round' | 'evaluation' | 'papers'>;

export function minutesView(data: Minuted, session: SessionData): MinutesView {
  const { campaign, round, papers } = data;
  const issue = papers.issueOf('minutes', paperOf(session));
  const { headings } = papers.wordingOf('minutes');
  return {
    frame: frame(campaign, round, council(campaign), 'BB', dated(issue, session)),
    headings,
    subject: subjectOf(campaign, round, session),
    setting: settingOf(session, headings),
    attendance: attendanceLines(session, headings),
    quorum: quorumOf(campaign, session),
    report: message('dossier.minutes.report', { agenda: agendaWords(session) }),
    votes: votesOf(campaign, session),
    decisions: decisionsOf(campaign, session),
    proposals: proposalsOf(data, session),
    closing: message('dossier.minutes.closing', { moment: ending(session) }),
    secretary: oneLine(session.secretary),
    chair: signerOf(issue, { authority: headings.chair ?? '', name: session.chair }),
    copies: punctuated([message('dossier.copy.attending'), message('dossier.copy.file')]),
  };
}

/** Minutes are of the day of the meeting, unless they are given another. */
function dated(issue: Issue, session: SessionData): Issue {
  return { ...issue, day: issue.day ?? (session.state === 'closed' ? dayOfSession(session) : null) };
}

function subjectOf(campaign: Campaign, round: Round, { number }: SessionData): string {
  const names = { title: quotedTitle(campaign), phase: ofPhase(campaign, round) };
  return number === null
    ? message('dossier.minutes.subject', names)
    : message('dossier.minutes.subject.session', { ...names, number });
}

function settingOf(session: SessionData, headings: Wording['headings']): Line[] {
  const lines = [
    ['time', beginning(session)],
    ['place', session.place],
    ['chair', titled(session.chair, 'chair')],
    ['secretary', titled(session.secretary, 'secretary')],
  ] as const;
  return lines.map(([key, text]) => ({
    label: headings[`setting.${key}`] ?? '',
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
