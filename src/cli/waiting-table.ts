import type { Campaign } from '../domain/campaign';
import type { Evaluation, NominationResult, OutcomeCode } from '../domain/evaluation';
import { explainOutcome } from '../domain/explanation';
import type { Nomination, Round } from '../domain/nomination';
import { outcomeText } from '../features/awards/outcome.view';
import { message } from '../platform/messages/message';
import { cell, table } from './table';

const WIDTHS = [25, 22, 29];
/** More than a person reads at a terminal: result.json holds them all. */
const SHOWN = 40;
const WAITING: ReadonlySet<OutcomeCode> = new Set<OutcomeCode>([
  'tie-pending',
  'blocked-by-tie',
  'hold',
  'not-scored',
]);

/** Everything that waits for people, with the reason; empty when nothing does. */
export function waitingTable(campaign: Campaign, round: Round, evaluation: Evaluation): string {
  const cases = [...evaluation.nominations.values()].flatMap((result) =>
    waits(campaign, round, evaluation, result),
  );
  if (cases.length === 0) return '';
  const rows = together(cases.slice(0, SHOWN)).map(({ nominations, awards, reason }) => [
    cell(...nominations.map(({ code, name }) => `${code} ${name}`)),
    cell(...awards),
    cell(reason),
  ]);
  const head = ['nomination', 'award', 'reason'].map((key) => message(`cli.summary.column.${key}`));
  const more = cases.length > SHOWN ? [message('cli.summary.more', { count: cases.length - SHOWN })] : [];
  return [message('cli.summary.waiting'), table(head, WIDTHS, rows), ...more].join('\n');
}

interface Waiting {
  nominations: Nomination[];
  /** Names of the awards that wait for one and the same reason. */
  awards: string[];
  reason: string;
}

function waits(
  campaign: Campaign,
  round: Round,
  evaluation: Evaluation,
  result: NominationResult,
): Waiting[] {
  const { nomination, outcomes } = result;
  const reasons = new Map<OutcomeCode, Waiting>();
  for (const { code, name } of campaign.awards) {
    const outcome = outcomes[code];
    if (outcome === undefined || !WAITING.has(outcome)) continue;
    const known = reasons.get(outcome);
    if (known) known.awards.push(name);
    else {
      const reason = outcomeText(explainOutcome(campaign, round, evaluation, nomination.code, code));
      reasons.set(outcome, { nominations: [nomination], awards: [name], reason });
    }
  }
  return [...reasons.values()];
}

/** One row for all who wait for the same awards and the same reason. */
function together(cases: Waiting[]): Waiting[] {
  const groups = new Map<string, Waiting>();
  for (const { nominations, awards, reason } of cases) {
    const key = [reason, ...awards].join('\n');
    const group = groups.get(key);
    groups.set(key, { nominations: [...(group?.nominations ?? []), ...nominations], awards, reason });
  }
  return [...groups.values()];
}
