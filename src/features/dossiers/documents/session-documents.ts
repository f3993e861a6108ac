import { message } from '../../../platform/messages/message';
import type { PrintDocument } from '../printing/print-document';
import { invitationView } from './invitation.view';
import { minutesView } from './minutes.view';
import type { RoundData } from './round-data';
import type { SessionData } from './session-data';
import { sessionOfRound } from './session-of-round';

export type SessionPaper = 'minutes' | 'invitation';

/** `bien-ban.pdf`, with the number of the session where it has one. */
export function sessionFile({ number }: Pick<SessionData, 'number'>, wanted: SessionPaper): string {
  return `${wanted === 'minutes' ? 'bien-ban' : 'giay-moi'}${number === null ? '' : `-${number}`}.pdf`;
}

/** Biên bản họp xét or giấy mời họp of one session. */
export function sessionDocument(
  data: Pick<RoundData, 'campaign' | 'round' | 'evaluation' | 'papers'>,
  session: SessionData,
  wanted: SessionPaper,
): PrintDocument {
  const file = sessionFile(session, wanted);
  const paper = session.number === null ? undefined : { kind: wanted, subject: String(session.number) };
  return wanted === 'minutes'
    ? {
        file,
        title: message('dossier.title.minutes'),
        template: 'minutes',
        paper,
        view: minutesView(data, session),
      }
    : {
        file,
        title: message('dossier.title.invitation'),
        template: 'invitation',
        paper,
        view: invitationView(data, session),
      };
}

/** Biên bản of a round that knows no sessions, with blanks for what only people know. */
export function minutesOfRound(data: RoundData): PrintDocument {
  return sessionDocument(data, sessionOfRound(data.campaign, data.round, data.evaluation), 'minutes');
}
