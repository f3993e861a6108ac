import { dayInVietnam } from '../../../domain/calendar-day';
import type { Day } from '../../../domain/campaign';
import { message } from '../../../platform/messages/message';
import { oneLine } from '../../../platform/text/printable';
import { templateOn } from '../papers/document-templates';
import { type DocumentKind, MINUTES_LINE } from '../papers/paper';
import { punctuated } from '../words/citation';
import { blankDay, dayInWords } from '../words/formats';
import { instrumentsOn } from '../words/legal-basis';
import { paperOf } from './minutes-words';
import type { RoundData } from './round-data';
import type { SessionData } from './session-data';
import { usualGrounds } from './usual-grounds';

type Papered = Pick<RoundData, 'campaign' | 'round' | 'papers' | 'sessions'>;

/** The lines of căn cứ of a paper of this day, without their last marks: those of the office where it has worded them, else the usual ones. */
export function groundsOf(data: Papered, kind: DocumentKind, day: Day): string[] {
  const { campaign, papers } = data;
  const lines = papers.wordingOf(kind).grounds ?? usualGrounds(campaign, day, templateOn(kind, day));
  return lines.map((line) => (line === MINUTES_LINE ? minutesLine(data) : oneLine(line)));
}

/** The same, each with its mark. */
export function groundLines(data: Papered, kind: DocumentKind, day: Day): string[] {
  return punctuated(groundsOf(data, kind, day));
}

/** Said where no law is known for the day; null where it is, and where the office has worded the lines. */
export function groundsNote({ papers }: Papered, kind: DocumentKind, day: Day): string | null {
  const isKnown = papers.wordingOf(kind).grounds !== null || instrumentsOn(day).length > 0;
  return isKnown ? null : message('dossier.grounds.unknown');
}

function minutesLine({ campaign, round, papers, sessions }: Papered): string {
  const last = sessions?.at(-1);
  const dated = last && (papers.issueOf('minutes', paperOf(last)).day ?? dayOfSession(last));
  const day = dated ?? papers.minutesDay;
  const isKnown = round.council !== undefined || last !== undefined;
  return message(isKnown ? 'dossier.grounds.minutes' : 'dossier.grounds.appraisal', {
    day: day === null ? blankDay(round.date) : dayInWords(day),
    organizer: oneLine(campaign.organizer.name),
  });
}

/** For which day it was called, or else when it was opened. */
export function dayOfSession({ startsAt, openedAt }: SessionData): Day | null {
  const known = startsAt ?? openedAt;
  return known === null ? null : dayInVietnam(known);
}
