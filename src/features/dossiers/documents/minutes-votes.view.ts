import { groupedBy } from '../../../domain/grouped-by';
import type { Campaign } from '../../../domain/campaign';
import { ABSTAIN, type BallotMethod } from '../../../domain/council';
import { message } from '../../../platform/messages/message';
import { enumerated, oneLine } from '../../../platform/text/printable';
import { count } from '../words/formats';
import { percentOf } from '../words/votes';
import { awardIn, awardName, isPut, nomineeWords } from './minutes-words';
import { type RunOffView, runOffViews } from './minutes-run-off.view';
import type { SessionCount, SessionData, SessionItem } from './session-data';

/** What was voted on and what the count gave: numbers only, never who has voted what. */
export interface MinutesVotes {
  how: string;
  rows: VoteRow[];
  counts: { award: string; rows: CountRow[] }[];
  runOffs: RunOffView[];
  /** Annulled votes, questions that were not put, and ties that were broken otherwise. */
  notes: string[];
}

interface VoteRow {
  number: number;
  name: string;
  award: string;
  /** `8/9`; empty before the session is closed: to be filled in by hand. */
  votes: string;
  percent: string;
}

interface CountRow {
  number: number;
  name: string;
  eligible: string;
  voted: string;
  yes: string;
  no: string;
  abstain: string;
}

export function votesOf(campaign: Campaign, session: SessionData): MinutesVotes {
  const put = session.items.filter(({ runOff, state }) => runOff === null && isPut(session, state));
  const asked = byAward(campaign, put);
  return {
    how: howOf(asked),
    rows: asked.map((item, at) => voteRow(campaign, item, at + 1)),
    counts: countsOf(campaign, asked),
    runOffs: runOffViews(campaign, session),
    notes: notesOf(campaign, session),
  };
}

/** The highest award first, of each the questions as the agenda has them: the agenda itself goes from nominee to nominee. */
function byAward(campaign: Campaign, items: readonly SessionItem[]): SessionItem[] {
  const tierOf = ({ award }: SessionItem) => awardIn(campaign, award).tier;
  return items.toSorted((a, b) => tierOf(a) - tierOf(b));
}

function howOf(items: readonly SessionItem[]): string {
  const methods = [...new Set(items.flatMap(({ method }) => method ?? []))];
  if (methods.length === 0) return '';
  return message('dossier.minutes.how', { methods: enumerated(methods.map(methodWords)) });
}

function methodWords(method: BallotMethod): string {
  return message(`dossier.minutes.method.${method}`);
}

function voteRow(campaign: Campaign, item: SessionItem, number: number): VoteRow {
  const { nominees, award, count: counted } = item;
  return {
    number,
    name: nominees.map(nomineeWords).join('; '),
    award: awardName(campaign, award),
    ...yesWords(counted),
  };
}

function yesWords(counted: SessionCount | null): Pick<VoteRow, 'votes' | 'percent'> {
  if (counted === null) return { votes: '', percent: '' };
  const { yes = 0 } = counted.tally;
  const members = counted.attendance?.members;
  return {
    votes: members === undefined ? String(yes) : `${yes}/${members}`,
    percent: members === undefined ? '–' : percentOf(yes, members),
  };
}

/** Numbered as in the table of votes; one group for each award. */
function countsOf(campaign: Campaign, items: readonly SessionItem[]): MinutesVotes['counts'] {
  const groups: MinutesVotes['counts'] = [];
  for (const [at, item] of items.entries()) {
    const award = awardName(campaign, item.award);
    if (groups.at(-1)?.award !== award) groups.push({ award, rows: [] });
    groups.at(-1)?.rows.push(countRow(item, at + 1));
  }
  return groups;
}

function countRow({ nominees, count: counted }: SessionItem, number: number): CountRow {
  const said = (choice: string) => (counted === null ? '' : String(counted.tally[choice] ?? 0));
  return {
    number,
    name: nominees.map(({ name }) => oneLine(name)).join('; '),
    eligible: String(counted?.eligible ?? ''),
    voted: counted === null ? '' : String(counted.voted),
    yes: said('yes'),
    no: said('no'),
    abstain: said(ABSTAIN),
  };
}

function notesOf(campaign: Campaign, session: SessionData): string[] {
  const closed = session.state === 'closed';
  const { items, resolutions } = session;
  return [
    ...noted(
      campaign,
      'annulled',
      items.filter(({ state }) => state === 'annulled'),
    ),
    ...noted(
      campaign,
      'not-put',
      items.filter(({ state }) => closed && state !== 'closed' && state !== 'annulled'),
    ),
    ...noted(
      campaign,
      'early',
      items.filter(({ count: counted, reason }) => counted !== null && reason !== ''),
    ),
    ...resolutions.map((each) => resolutionWords(campaign, session, each)),
  ];
}

/** Questions about one award of which the same is to be said are told together. */
function noted(
  campaign: Campaign,
  key: 'annulled' | 'not-put' | 'early',
  items: readonly SessionItem[],
): string[] {
  const together = groupedBy(items, ({ award, reason }) => `${award} ${reason}`);
  return [...together.values()].map((group) =>
    message(`dossier.minutes.${key}`, {
      names: group.flatMap(({ nominees }) => nominees.map(({ name }) => oneLine(name))).join('; '),
      award: awardName(campaign, group[0]?.award ?? ''),
      reason: oneLine(group[0]?.reason ?? '') || '……',
    }),
  );
}

function resolutionWords(
  campaign: Campaign,
  { items }: SessionData,
  { award, order = [], leaveVacant, reason, by }: SessionData['resolutions'][number],
): string {
  const nameOf = (code: string) =>
    items.flatMap(({ nominees }) => nominees).find((nominee) => nominee.code === code)?.name ?? code;
  const names = { award: awardName(campaign, award), reason: oneLine(reason), by: oneLine(by) };
  if (leaveVacant) return message('dossier.minutes.vacant', names);
  const ordered = order.map((code, at) => `(${at + 1}) ${oneLine(nameOf(code))}`).join('; ');
  return message('dossier.minutes.resolved', { ...names, order: ordered, number: count(order.length) });
}
