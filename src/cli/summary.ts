import type { Campaign } from '../domain/campaign';
import type { Evaluation, NominationResult, PoolResult } from '../domain/evaluation';
import type { Round } from '../domain/nomination';
import { oneLine } from '../platform/text/printable';
import { message } from '../platform/messages/message';
import { awardTable } from './award-table';
import { rankingTable } from './ranking-table';
import { wrapped } from './table';
import { waitingTable } from './waiting-table';

/** What a run found, for a person at a terminal: per pool who receives what, who is next, and what waits for people. */
export function summary(campaign: Campaign, round: Round, evaluation: Evaluation): string {
  return [
    heading(campaign, round),
    ...evaluation.pools.map((pool) => poolPart(campaign, evaluation, pool)),
    waitingTable(campaign, round, evaluation),
    wrapped(message('cli.summary.assumptions', { count: campaign.assumptions.length })),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function heading(campaign: Campaign, round: Round): string {
  const phase = campaign.phases.find(({ code }) => code === round.phase);
  const [year, month, day] = round.date.split('-');
  const when = { phase: oneLine(phase?.title ?? round.phase), date: `${day}/${month}/${year}` };
  return [
    message('cli.summary.heading'),
    wrapped(oneLine(campaign.title)),
    wrapped(message('cli.summary.when', when)),
  ].join('\n');
}

function poolPart(campaign: Campaign, evaluation: Evaluation, pool: PoolResult): string {
  const set = campaign.criteriaSets.find(({ code }) => code === pool.criteriaSet);
  const members = [...evaluation.nominations.values()].filter(
    ({ criteriaSet }) => criteriaSet === pool.criteriaSet,
  );
  const title = message('cli.summary.pool', {
    title: oneLine(set?.title ?? pool.criteriaSet),
    nominations: members.length,
    ranked: members.filter(({ rank }) => rank !== null).length,
  });
  const awarded = pool.awards.length > 0;
  const tables = awarded ? awardTable(campaign, evaluation, pool, members) : rankingTable(campaign, members);
  return [title, ...openQuestions(campaign, members, { awarded })].map(wrapped).concat(tables).join('\n');
}

/** Awards for which the plan states no number: ranked, nobody awarded, people decide. */
function openQuestions(
  campaign: Campaign,
  members: NominationResult[],
  { awarded }: { awarded: boolean },
): string[] {
  const unstated = campaign.awards.flatMap(({ code, name }) => {
    const count = members.filter(({ outcomes }) => outcomes[code] === 'quota-not-stated').length;
    return count === 0 ? [] : [message('cli.summary.quota-not-stated', { award: oneLine(name), count })];
  });
  return awarded || unstated.length > 0 ? unstated : [message('cli.summary.no-quota')];
}
