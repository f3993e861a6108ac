import type { Campaign, CriteriaSet, Criterion, TieBreak } from '../../../domain/campaign';
import { criterionName, isPlanMark } from '../../../domain/criterion-name';
import type { Evaluation, NominationResult } from '../../../domain/evaluation';
import { decidingTieBreak } from '../../../domain/ranking';
import { score } from '../../../domain/scoring';
import type { ScoringContext } from '../../../domain/scoring-context';
import { message } from '../../../platform/messages/message';
import { count, points } from './formats';
import { oneLine } from '../../../platform/text/printable';

/** More equals than these are counted, not named. */
const NAMED = 5;

/** How a rank came about: its place in the pool, and for each nominee of the same total what set the two apart. */
export function rankingWords(campaign: Campaign, evaluation: Evaluation, result: NominationResult): string[] {
  const pool = evaluation.pools.find(({ criteriaSet }) => criteriaSet === result.criteriaSet);
  const set = campaign.criteriaSets.find(({ code }) => code === result.criteriaSet);
  if (!pool || !set || result.rank === null || result.total === null) return [message('dossier.rank.none')];
  const place = message('dossier.rank', {
    rank: result.rank,
    of: count(pool.ranking.length),
    points: points(result.total),
  });
  const equals = pool.ranking.filter(
    ({ nomination, total }) => nomination !== result.nomination && total === result.total,
  );
  const named = equals.slice(0, NAMED).map((other) => comparison(campaign, set, pool.context, result, other));
  const rest = equals.length - named.length;
  return [place, ...named, ...(rest > 0 ? [message('dossier.rank.more', { count: count(rest) })] : [])];
}

function comparison(
  { tieBreaks }: Campaign,
  set: CriteriaSet,
  context: ScoringContext,
  one: NominationResult,
  other: NominationResult,
): string {
  const name = oneLine(other.nomination.name);
  const [a, b] = [one, other].map(({ nomination }) => ({ nomination, score: score(context, nomination) }));
  const key = a && b ? decidingTieBreak(context, tieBreaks, a, b) : undefined;
  if (key === undefined) return message('dossier.rank.tied', { name });
  const order = (one.rank ?? 0) < (other.rank ?? 0) ? 'above' : 'below';
  return message(`dossier.rank.${order}`, { name, key: tieBreakWords(key, set) });
}

/** A tie-break key in words: `nữ, hoặc tập thể có từ 70 % nữ trở lên`. */
function tieBreakWords(key: TieBreak, { criteria }: CriteriaSet): string {
  const [kind = '', code] = [key.split(':')[0], key.slice(key.indexOf(':') + 1)];
  if (!key.includes(':')) return message(`tie-break.${kind}`);
  const criterion = criteria.find((each) => each.code === code);
  return message(`tie-break.${kind}`, {
    of: criterion ? nameOf(criterion) : code,
  });
}

/** `2 (Có giải pháp, sáng kiến)`. */
function nameOf(criterion: Criterion): string {
  const name = criterionName(criterion);
  return oneLine(isPlanMark(criterion.code) ? `${name} (${criterion.text})` : name);
}
