import { dayInVietnam } from '../../../domain/calendar-day';
import { timeInWords } from '../../../platform/text/vietnam-time';
import type { SessionData } from '../documents/session-data';
import { dayInWords } from './formats';

/** `08 giờ 05 phút, ngày 05 tháng 02 năm 2026`. */
export function momentInWords(instant: string): string {
  return `${timeInWords(instant)}, ${dayInWords(dayInVietnam(instant))}`;
}

/** To be filled in by hand. */
const BLANK_MOMENT = '…… giờ …… phút, ngày …… tháng …… năm ……';

/**
 * When a session began: its opening, if that was recorded on the day itself; what is entered on another day says nothing of
 * the hour. Empty where nothing is known.
 */
export function beginning({ startsAt, openedAt }: SessionData): string {
  const known = onTheDay(startsAt, openedAt) ?? startsAt;
  return known === null ? '' : momentInWords(known);
}

/** When it ended, if that was recorded on the day itself; else blank. */
export function ending({ startsAt, closedAt }: SessionData): string {
  const known = onTheDay(startsAt, closedAt);
  return known === null ? BLANK_MOMENT : momentInWords(known);
}

function onTheDay(planned: string | null, recorded: string | null): string | null {
  const isSame = planned !== null && recorded !== null && dayInVietnam(planned) === dayInVietnam(recorded);
  return isSame ? recorded : null;
}
