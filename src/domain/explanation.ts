import type { Campaign } from './campaign';
import type { Evaluation } from './evaluation';
import { placeFacts } from './explain-place';
import { reasonFacts } from './explain-reason';
import type { Case, Explanation } from './explanation-case';
import type { Round } from './nomination';

export type { Explanation, Fact } from './explanation-case';

/** Explains the outcome of one nomination for one award. Throws a RangeError for a code that the evaluation does not hold. */
export function explainOutcome(
  campaign: Campaign,
  round: Round,
  evaluation: Evaluation,
  nomination: string,
  award: string,
): Explanation {
  const found = caseOf(campaign, round, evaluation, nomination, award);
  const code = found.nominee.outcomes[award];
  if (code === undefined) throw new RangeError(`no outcome of ${nomination} for ${award}`);
  const facts = reasonFacts(code, found) ?? placeFacts(code, found) ?? { params: {} };
  const sentence = code.startsWith('gate:') ? 'gate' : code;
  return { code, sentence, ...facts, params: { award: found.award.name, ...facts.params } };
}

function caseOf(
  campaign: Campaign,
  round: Round,
  evaluation: Evaluation,
  nomination: string,
  awardCode: string,
): Case {
  const nominee = evaluation.nominations.get(nomination);
  const award = campaign.awards.find(({ code }) => code === awardCode);
  const pool = evaluation.pools.find(({ criteriaSet }) => criteriaSet === nominee?.criteriaSet);
  if (!nominee || !award || !pool) throw new RangeError(`no case of ${nomination} for ${awardCode}`);
  const result = pool.awards.find((each) => each.award === awardCode);
  return { campaign, round, evaluation, pool, award, result, nominee };
}
