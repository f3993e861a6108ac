import type { Campaign } from '../../../domain/campaign';
import { hasQuorum, passes } from '../../../domain/voting';
import { message } from '../../../platform/messages/message';
import { oneLine } from '../../../platform/text/printable';
import { count, itemMarks } from '../words/formats';
import { punctuated } from '../words/citation';
import { shareWords } from '../words/votes';
import { awardIn, awardName, nomineeWords } from './minutes-words';
import type { SessionData, SessionItem } from './session-data';

/** More cases than these are named one after the other, not one a line. */
export const MOST_LISTED = 20;

/** What the votes come to by the rules of the plan, award by award; empty before the session is closed. */
export type Decisions = { heading: string; items: string[] }[];

export function decisionsOf(campaign: Campaign, { items, state }: SessionData): Decisions {
  if (state !== 'closed') return [];
  const counted = items.filter(({ runOff, count: votes }) => runOff === null && votes !== null);
  const parts = [...new Set(counted.map(({ award }) => award))].flatMap((award) =>
    partsOf(
      campaign,
      award,
      counted.filter((item) => item.award === award),
    ),
  );
  const marks = itemMarks(parts.length);
  return parts.map(({ heading, items: names }, at) => ({ heading: `${marks[at]} ${heading}`, items: names }));
}

/** Those who have the votes, then those who have not. */
function partsOf(campaign: Campaign, award: string, items: readonly SessionItem[]): Decisions {
  const name = awardName(campaign, award);
  const rule = awardIn(campaign, award).requires.vote;
  if (!rule) return [{ heading: message('dossier.minutes.no-rule', { award: name }), items: [] }];
  const share = message('dossier.minutes.share', {
    share: shareWords(rule.pass),
    base: message(`dossier.minutes.base.${rule.base}`),
  });
  const [passed, failed] = split(items, (item) => hasPassed(campaign, item));
  return [
    ...part('dossier.minutes.passed', passed, { award: name, share }),
    ...part('dossier.minutes.failed', failed, { award: name, share }),
  ];
}

function part(
  key: string,
  items: readonly SessionItem[],
  names: { award: string; share: string },
): Decisions {
  if (items.length === 0) return [];
  const heading = message(key, { ...names, total: count(items.length) });
  return [{ heading, items: items.length > MOST_LISTED ? [inOneParagraph(items)] : listed(items) }];
}

function listed(items: readonly SessionItem[]): string[] {
  return punctuated(items.map(({ nominees }) => `- ${nominees.map(nomineeWords).join('; ')}`));
}

/** The table has their units. */
function inOneParagraph(items: readonly SessionItem[]): string {
  return `${items.flatMap(({ nominees }) => nominees.map(({ name }) => oneLine(name))).join('; ')}.`;
}

function hasPassed(campaign: Campaign, { award, count: counted }: SessionItem): boolean {
  const rule = awardIn(campaign, award).requires.vote;
  if (!rule || !counted?.attendance) return false;
  const { yes = 0, no = 0, abstain = 0 } = counted.tally;
  return hasQuorum(rule, counted.attendance) && passes(rule, counted.attendance, { yes, no, abstain });
}

function split<T>(all: readonly T[], holds: (one: T) => boolean): [T[], T[]] {
  return [all.filter(holds), all.filter((one) => !holds(one))];
}
