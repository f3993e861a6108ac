import { message } from '../../../platform/messages/message';
import type { PrintDocument } from '../printing/print-document';
import { invitationView } from './invitation.view';
import { minutesView } from './minutes.view';
import type { RoundData } from './round-data';
import type { SessionData } from './session-data';
import { sessionOfRound } from './session-of-round';

export type SessionPaper = 'minutes' | 'invitation';

/** `bien-ban.pdf`, with the number of the session where it has one. */
function sessionFile({ number }: Pick<SessionData, 'number'>, wanted: SessionPaper): string {
  return `${wanted === 'minutes' ? 'bien-ban' : 'giay-moi'}${number === null ? '' : `-${number}`}.pdf`;
}

/** Where a paper of a session stands, and which paper it is: none that has a number where the session has none. */
export function sessionPlace(session: Pick<SessionData, 'number'>, wanted: SessionPaper) {
  const { number } = session;
  return {
    file: sessionFile(session, wanted),
    paper: number === null ? undefined : { kind: wanted, subject: String(number) },
  };
}

/** Biên bản họp xét or giấy mời họp of one session. */
export function sessionDocument(
  data: Pick<RoundData, 'campaign' | 'round' | 'evaluation' | 'papers'>,
  session: SessionData,
  wanted: SessionPaper,
): PrintDocument {
  const place = sessionPlace(session, wanted);
  return wanted === 'minutes'
    ? {
        ...place,
        title: message('dossier.title.minutes'),
        template: 'minutes',
        view: minutesView(data, session),
      }
    : {
        ...place,
        title: message('dossier.title.invitation'),
        template: 'invitation',
        view: invitationView(data, session),
      };
}

/** Biên bản of a round that knows no sessions, with blanks for what only people know. */
export function minutesOfRound(data: RoundData): PrintDocument {
  return sessionDocument(data, sessionOfRound(data.campaign, data.round, data.evaluation), 'minutes');
}
