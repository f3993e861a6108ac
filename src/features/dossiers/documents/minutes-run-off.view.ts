import type { Campaign } from '../../../domain/campaign';
import { ABSTAIN } from '../../../domain/council';
import { settlement } from '../../../domain/run-off';
import { message } from '../../../platform/messages/message';
import { oneLine } from '../../../platform/text/printable';
import { count } from '../words/formats';
import { percentOf } from '../words/votes';
import { awardName, isPut, nomineeWords } from './minutes-words';
import type { SessionCount, SessionData, SessionItem } from './session-data';

/** A vote between nominees who are tied at the cut of an award. */
export interface RunOffView {
  question: string;
  rows: { number: number; name: string; votes: string; percent: string }[];
  /** Goes on one page as a whole. */
  isShort: boolean;
  /** What it came to; empty before the session is closed. */
  result: string;
}

const SHORT = 6;

export function runOffViews(campaign: Campaign, session: SessionData): RunOffView[] {
  return session.items.flatMap((item) =>
    item.runOff !== null && isPut(session, item.state) ? [runOffView(campaign, item, item.runOff)] : [],
  );
}

function runOffView(
  campaign: Campaign,
  item: SessionItem,
  runOff: { places: number; together: boolean },
): RunOffView {
  const { nominees, count: counted } = item;
  const votes = (code: string) => counted?.tally[code] ?? 0;
  const sorted = counted ? nominees.toSorted((a, b) => votes(b.code) - votes(a.code)) : nominees;
  return {
    question: message('dossier.minutes.run-off', {
      award: awardName(campaign, item.award),
      nominees: count(nominees.length),
      places: count(runOff.places),
    }),
    rows: sorted.map((nominee, at) => ({
      number: at + 1,
      name: nomineeWords(nominee),
      ...forWords(counted, votes(nominee.code)),
    })),
    isShort: nominees.length <= SHORT,
    result: counted ? resultOf(item, counted, runOff) : '',
  };
}

function forWords(counted: SessionCount | null, votes: number): { votes: string; percent: string } {
  if (counted === null) return { votes: '', percent: '' };
  const members = counted.attendance?.members;
  return members === undefined
    ? { votes: String(votes), percent: '–' }
    : { votes: `${votes}/${members}`, percent: percentOf(votes, members) };
}

/** The council has voted; a tie that is left stays one until people break it. */
function resultOf(
  { nominees }: SessionItem,
  { groups, tally, voted }: SessionCount,
  runOff: { places: number; together: boolean },
): string {
  const turnout = message('dossier.minutes.run-off.turnout', { voted, abstain: tally[ABSTAIN] ?? 0 });
  const { undecided } = settlement(groups, runOff);
  const names = nominees.filter(({ code }) => undecided?.includes(code)).map(({ name }) => oneLine(name));
  const result =
    undecided === null
      ? message('dossier.minutes.run-off.ordered')
      : message('dossier.minutes.run-off.tied', { names: names.join('; ') });
  return `${turnout} ${result}`;
}
