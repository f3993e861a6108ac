import { articleOn } from './article';
import type { Day, TieBreak } from './campaign';
import { criterionName } from './criterion-name';
import type { Case, Fact, Facts } from './explanation-case';
import type { NominationResult, OutcomeCode } from './outcome';
import { decidingTieBreak } from './ranking';
import { samePool } from './same-pool';

/** Facts behind the outcomes of the allocation (spec §6); undefined for the eligibility reasons. */
export function placeFacts(code: OutcomeCode, of: Case): Facts | undefined {
  return places[code]?.(of);
}

const places: Partial<Record<OutcomeCode, (of: Case) => Facts>> = {
  awarded,
  'awarded-higher': awardedHigher,
  'tie-pending': tiePending,
  'blocked-by-tie': blockedByTie,
  'unit-cap': unitCap,
  'tie-left-vacant': leftVacant,
  'kept-for-minimum': keptForMinimum,
  'quota-full': beyondCut,
  'no-quota-line': () => ({ params: {} }),
  'quota-not-stated': (of) => ({ article: sourceOf(of), params: {} }),
};

function awarded(of: Case): Facts {
  const { nominee, result } = of;
  const next = resultOf(of, result?.reserve[0]);
  const facts = {
    total: { points: nominee.total ?? 0 },
    rank: nominee.rank ?? 0,
    filled: result?.filled ?? 0,
  };
  const base = { value: facts.total, params: { ...facts, max: result?.max ?? 0 }, article: sourceOf(of) };
  return next ? withGap(of, base, 'awarded', nominee, next) : base;
}

function awardedHigher({ campaign, nominee, round }: Case): Facts {
  const higher = campaign.awards.find(({ code }) => code === nominee.award);
  return { article: articleOn('one-achievement', round.date), params: { higher: higher?.name ?? '' } };
}

function tiePending(of: Case): Facts {
  const { result, nominee } = of;
  const [tied, left] = [result?.pending.length ?? 0, result?.places ?? 0];
  const perUnit = lineOf(of)?.perUnitMax ?? 0;
  const params = { tied, left, perUnit, total: { points: nominee.total ?? 0 } };
  // Places enough for all of them: it is the cap of one unit that stopped the walk.
  return { value: tied, limit: left, params, ...(tied > left ? {} : { sentence: 'tie-pending.unit-cap' }) };
}

function blockedByTie({ pool, campaign }: Case): Facts {
  const open = pool.awards.find(({ pending }) => pending.length > 0);
  const name = campaign.awards.find(({ code }) => code === open?.award)?.name ?? '';
  return { params: { blocking: name, tied: open?.pending.length ?? 0 } };
}

function unitCap(of: Case): Facts {
  const max = lineOf(of)?.perUnitMax ?? 0;
  return { value: max, limit: max, article: sourceOf(of), params: { unit: of.nominee.nomination.unit, max } };
}

function leftVacant({ round, pool, award }: Case): Facts {
  const decision = round.tieResolutions.find(
    (each) => each.leaveVacant && each.award === award.code && each.criteriaSet === pool.criteriaSet,
  );
  return {
    params: {
      by: decision?.by ?? '',
      date: decision ? { day: decision.date } : '',
      reason: decision?.reason ?? '',
    },
  };
}

/** The minimums that the count made room for; they are stated, for even so they may not all be reached. */
function keptForMinimum(of: Case): Facts {
  const { result, campaign, pool, award } = of;
  const lower = pool.awards.flatMap((each) => {
    const { tier = 0, name = '' } = campaign.awards.find(({ code }) => code === each.award) ?? {};
    return tier > award.tier && each.min > 0 ? [`${name}: ${each.min}`] : [];
  });
  const [offered, max] = [result?.offered ?? 0, result?.max ?? 0];
  const params = { offered, max, lower: lower.join('; '), rank: of.nominee.rank ?? 0 };
  return { value: offered, limit: max, article: sourceOf(of), params };
}

/** All places go to those ranked above: how far from the last of them. */
function beyondCut(of: Case): Facts {
  const { nominee, result } = of;
  const [filled, max, tied] = [result?.filled ?? 0, result?.max ?? 0, result?.pending.length ?? 0];
  const params = { filled, max, tied, rank: nominee.rank ?? 0, total: { points: nominee.total ?? 0 } };
  const base = { value: params.total, article: sourceOf(of), params };
  const last = resultOf(of, result?.pending[0] ?? result?.recipients.at(-1));
  if (!last) return { ...base, sentence: max === 0 ? 'quota-full.no-places' : 'quota-full' };
  const facts = withGap(of, base, 'quota-full', last, nominee);
  return tied > 0 ? { ...facts, sentence: 'quota-full.pending' } : facts;
}

/** Adds the distance between the one above the cut and the one below it: in points, or the key that set equals apart. */
function withGap(
  of: Case,
  base: Facts,
  outcome: string,
  above: NominationResult,
  below: NominationResult,
): Facts {
  const [high, low] = [above.total ?? 0, below.total ?? 0];
  const other = of.nominee === above ? low : high;
  const key = decidingTieBreak(of.pool.context, of.campaign.tieBreaks, above, below);
  const variant = high !== low ? 'by-points' : key === undefined ? 'by-resolution' : 'by-key';
  return {
    ...base,
    sentence: `${outcome}.${variant}`,
    article: (variant === 'by-key' ? articleOfKey(key, of.round.date) : undefined) ?? base.article,
    limit: { points: other },
    margin: { points: (of.nominee === above ? high : low) - other },
    params: { ...base.params, cut: { points: other }, gap: { points: high - low }, key: keyTerm(key, of) },
  };
}

function articleOfKey(key: TieBreak | undefined, date: Day): string | undefined {
  return key === 'women' || key === 'direct' ? articleOn(key, date) : undefined;
}

function keyTerm(key: TieBreak | undefined, { pool }: Case): Fact {
  if (key === undefined) return { term: 'tie-break.resolution' };
  const [kind = '', code] = key.split(':');
  if (code === undefined) return { term: `tie-break.${kind}` };
  const criterion = pool.context.set.criteria.find((each) => each.code === code);
  return { term: `tie-break.${kind}`, of: criterion ? criterionName(criterion) : code };
}

function resultOf({ evaluation }: Case, code: string | undefined): NominationResult | undefined {
  return code === undefined ? undefined : evaluation.nominations.get(code);
}

function lineOf({ award, pool }: Case) {
  return award.quota.find((line) => samePool(line, pool.context.set));
}

function sourceOf(of: Case): string | undefined {
  return lineOf(of)?.source;
}
