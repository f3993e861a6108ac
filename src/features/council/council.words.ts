import type { Award, Campaign, VoteRule } from '../../domain/campaign';
import { ABSTAIN } from '../../domain/council';
import type { CouncilAttendance } from '../../domain/nomination';
import { type Exact, formatPoints, roundHalfUp } from '../../domain/points';
import { hasQuorum, passes, voteBase, votesNeeded } from '../../domain/voting';
import { message } from '../../platform/messages/message';
import type { Badge } from '../nominations/state.view';
import type { ItemResult, ItemRow } from './item.entity';
import type { Asked } from './item.queries';
import type { SessionRow } from './session.entity';

/** `8750` → `87,50`; a fraction is rounded to hundredths. */
export function pointsText(points: Exact): string {
  return formatPoints(roundHalfUp(points, 1)).replace('.', ',');
}

const SESSION_KINDS = { planned: 'wait', open: 'info', closed: 'ok' } as const;
const ITEM_KINDS = { waiting: 'wait', open: 'info', closed: 'ok', annulled: 'off' } as const;

export function sessionBadge({ state }: Pick<SessionRow, 'state'>): Badge {
  return { label: message(`council.session.${state}`), kind: SESSION_KINDS[state] };
}

export function itemBadge({ state }: ItemRow): Badge {
  return { label: message(`council.item.${state}`), kind: ITEM_KINDS[state] };
}

export function awardOf({ awards }: Campaign, code: string): Award | undefined {
  return awards.find((award) => award.code === code);
}

/** What is asked, in one line: the nominee, or those of a tie. */
export function questionText({ item, nominees }: Asked): string {
  if (item.tie === null) return nominees[0]?.name ?? '';
  return message('council.run-off.question', {
    places: item.tie.places,
    names: nominees.map(({ name }) => name).join(', '),
  });
}

/** `2/3` of the members and whether they are there. */
export function quorumText(rule: VoteRule | undefined, council: CouncilAttendance): string {
  if (!rule?.quorum) return message('council.quorum.none');
  const { kind, numerator, denominator } = rule.quorum;
  const share = message(`share.${kind}`, { share: `${numerator}/${denominator}` });
  const needed = votesNeeded(rule.quorum, council.members);
  const key = hasQuorum(rule, council) ? 'council.quorum.met' : 'council.quorum.not-met';
  return message(key, {
    share,
    needed,
    attending: council.present + council.written,
    members: council.members,
  });
}

/** The counts of a closed ballot and what they come to. */
export function resultText(campaign: Campaign, { item, nominees }: Asked, result: ItemResult): string[] {
  const turnout = message('council.result.turnout', { voted: result.voted, eligible: result.eligible });
  if (item.tie) return [...runOffLines(nominees, result), turnout];
  const { yes = 0, no = 0, abstain = 0 } = result.tally;
  const counts = message('council.result.counts', { yes, no, abstain });
  return [counts, ...passLine(awardOf(campaign, item.award)?.requires.vote, result), turnout];
}

function passLine(rule: VoteRule | undefined, { attendance, tally }: ItemResult): string[] {
  if (!rule) return [];
  const ballot = { yes: tally.yes ?? 0, no: tally.no ?? 0, abstain: tally.abstain ?? 0 };
  const base = voteBase(rule, attendance, ballot);
  const needed = votesNeeded(rule.pass, base);
  const { kind, numerator, denominator } = rule.pass;
  const share = message(`share.${kind}`, { share: `${numerator}/${denominator}` });
  const of = message(`council.base.${rule.base}`, { base });
  const key = passes(rule, attendance, ballot) ? 'council.result.passed' : 'council.result.not-passed';
  return [message(key, { share, needed, of })];
}

function runOffLines(nominees: Asked['nominees'], { tally, groups = [] }: ItemResult): string[] {
  const votes = nominees.map(({ code, name }) =>
    message('council.result.for', { name, votes: tally[code] ?? 0 }),
  );
  const abstained = message('council.result.abstained', { votes: tally[ABSTAIN] ?? 0 });
  const tied = groups.filter((group) => group.length > 1).map((group) => group.join(', '));
  return [
    ...votes,
    abstained,
    ...(tied.length > 0
      ? [message('council.result.tied', { codes: tied.join('; ') })]
      : [message('council.result.ordered')]),
  ];
}
