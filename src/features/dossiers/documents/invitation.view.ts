import { message } from '../../../platform/messages/message';
import { oneLine } from '../../../platform/text/printable';
import type { Wording } from '../papers/paper';
import { punctuated, sentence } from '../words/citation';
import { momentInWords } from '../words/meeting-time';
import { type Frame, frame, headOf, office, ofPhase, organizer, quotedTitle } from './frame.view';
import type { Line } from './minutes-attendance.view';
import { agendaWords, paperOf } from './minutes-words';
import type { RoundData } from './round-data';
import type { SessionData } from './session-data';
import { type SignerView, signerOf } from './signer.view';

/** Giấy mời họp of one session (NĐ 30/2020, Phụ lục III, mẫu 1.11). */
interface InvitationView {
  frame: Frame;
  headings: Wording['headings'];
  subject: string;
  /** One line each; empty before anybody is seated. */
  guests: string[];
  invitation: string;
  /** Without a text: a blank to be filled in by hand. */
  lines: Line[];
  closing: string;
  signer: SignerView;
  copies: string[];
}

export function invitationView(
  { campaign, round, papers }: Pick<RoundData, 'campaign' | 'round' | 'papers'>,
  session: SessionData,
): InvitationView {
  const issue = papers.issueOf('invitation', paperOf(session));
  const { headings } = papers.wordingOf('invitation');
  const sender = organizer(campaign);
  return {
    frame: frame(campaign, round, sender, 'GM', issue),
    headings,
    subject: message('dossier.invitation.subject', {
      title: quotedTitle(campaign),
      phase: ofPhase(campaign, round),
    }),
    guests: punctuated(guestsOf(session)),
    invitation: message('dossier.invitation.text', {
      sender: oneLine(sender.name),
      number: session.number ?? '……',
    }),
    lines: linesOf(session, headings),
    closing: message('dossier.invitation.closing', { office: office(campaign).name }),
    signer: signerOf(issue, headOf(campaign)),
    copies: punctuated([message('dossier.copy.same'), message('dossier.copy.file')]),
  };
}

/** The chair, the members, the secretary. */
function guestsOf({ members, secretary }: SessionData): string[] {
  const seats = members.map(({ name, role }) => ({ name, role: role as 'chair' | 'member' | 'secretary' }));
  const all = secretary === '' ? seats : [...seats, { name: secretary, role: 'secretary' as const }];
  return all.map(({ name, role }) => message(`dossier.seat.${role}`, { name: oneLine(name) }));
}

function linesOf(session: SessionData, headings: Wording['headings']): Line[] {
  const { startsAt, place, chair } = session;
  const lines = [
    ['content', contentOf(session)],
    ['time', startsAt === null ? '' : `${momentInWords(startsAt)}.`],
    ['place', place],
    ['chair', chair === '' ? '' : message('dossier.seat.chair', { name: oneLine(chair) })],
    ['papers', message('dossier.invitation.papers')],
  ] as const;
  return lines.map(([key, text]) => ({ label: headings[key] ?? '', text: sentence(oneLine(text)) }));
}

function contentOf(session: SessionData): string {
  return message('dossier.invitation.content', {
    title: oneLine(session.title),
    agenda: agendaWords(session),
  });
}
