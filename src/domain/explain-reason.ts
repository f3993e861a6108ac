import { articleOn } from './article';
import type { Award } from './campaign';
import { criterionName } from './criterion-name';
import { covers } from './eligibility';
import { belowBand } from './explain-band';
import type { Case, Facts } from './explanation-case';
import type { Matter } from './nomination';
import type { OutcomeCode } from './outcome';
import { awardName } from './plan-names';
import { voteBase, votesNeeded } from './voting';

/** Facts behind the eligibility reasons of spec §4; undefined for the outcomes of the allocation. */
export function reasonFacts(code: OutcomeCode, of: Case): Facts | undefined {
  if (code.startsWith('gate:')) return gateFacts(code.slice('gate:'.length), of);
  return reasons[code]?.(of);
}

const reasons: Partial<Record<OutcomeCode, (of: Case) => Facts>> = {
  withdrawn: ({ nominee }) => ({
    params: {},
    ...(nominee.nomination.revoked && { sentence: 'withdrawn.revoked' }),
  }),
  'not-scored': notScored,
  discipline: (of) => matterFacts(of, 'upheld', articleOn('discipline', of.round.date)),
  hold: (of) => matterFacts(of, 'pending', articleOn('hold', of.round.date)),
  'already-awarded': alreadyAwarded,
  'below-floor': belowFloor,
  'below-band': belowBand,
  'no-quorum': noQuorum,
  'not-voted': () => ({ params: {} }),
  'vote-not-passed': voteNotPassed,
};

function gateFacts(code: string, { pool }: Case): Facts {
  const gate = pool.context.set.criteria.find((criterion) => criterion.code === code);
  return { params: { text: gate?.text || code }, article: gate?.source };
}

function notScored({ nominee, campaign, pool }: Case): Facts {
  const codes = nominee.lines
    .filter(({ because }) => because === 'missing')
    .map(({ criterion }) => criterion);
  const missing = pool.context.set.criteria.filter(({ code }) => codes.includes(code)).map(criterionName);
  if (missing.length > 0) return { params: { criteria: missing.join(', ') } };
  if (campaign.scoring.official !== 'council') return { sentence: 'not-scored.nothing-left', params: {} };
  const scorers = (nominee.nomination.scores.council ?? []).filter(({ recused }) => !recused).length;
  const { minScorers } = campaign.scoring.council;
  return {
    sentence: scorers < minScorers ? 'not-scored.scorers' : 'not-scored.sheets',
    params: { scorers, minScorers },
    value: scorers,
    limit: minScorers,
  };
}

function matterFacts({ nominee, round }: Case, status: Matter['status'], article: string | undefined): Facts {
  const matter = nominee.nomination.matters.find(
    (each) => each.status === status && covers(each, round.date),
  );
  return {
    article,
    params: {
      kind: { term: `matter.${matter?.kind ?? 'discipline'}` },
      document: matter?.document ?? { term: 'matter.no-document' },
      from: matter?.from ? { day: matter.from } : { term: 'matter.open' },
      to: matter?.to ? { day: matter.to } : { term: 'matter.open' },
    },
  };
}

function alreadyAwarded({ nominee, round, campaign }: Case): Facts {
  const earlier = nominee.nomination.awards.find(
    (each) => each.campaign === round.campaign && each.phase === round.phase,
  );
  return {
    article: articleOn('one-achievement', round.date),
    params: {
      earlier: awardName(campaign, earlier?.award ?? ''),
      decision: earlier?.decision ?? { term: 'matter.no-document' },
    },
  };
}

function belowFloor({ award, nominee }: Case): Facts {
  const [floor, total] = [award.requires.floor ?? 0, nominee.total ?? 0];
  const figures = { value: { points: total }, limit: { points: floor }, margin: { points: total - floor } };
  return {
    ...figures,
    params: { total: figures.value, floor: figures.limit, lacking: { points: floor - total } },
  };
}

function noQuorum({ award, round: { council } }: Case): Facts {
  const [attending, members] = [(council?.present ?? 0) + (council?.written ?? 0), council?.members ?? 0];
  const quorum = award.requires.vote?.quorum;
  if (!quorum) return { params: { attending, members }, sentence: 'no-quorum.no-council' };
  return {
    value: attending,
    limit: { share: quorum },
    params: { attending, members, quorum: { share: quorum } },
  };
}

function voteNotPassed({ award, nominee, round: { council } }: Case): Facts {
  const [rule, ballot] = [voteOf(award), nominee.nomination.ballots[award.code]];
  const base = council && ballot ? voteBase(rule, council, ballot) : 0;
  const yes = ballot?.yes ?? 0;
  return {
    value: yes,
    limit: { share: rule.pass },
    // Another yes vote would change the base of valid votes too: there the lacking number is not stated.
    margin: rule.base === 'valid' || base === 0 ? undefined : yes - votesNeeded(rule.pass, base),
    params: { yes, base, kind: { term: `vote-base.${rule.base}` }, pass: { share: rule.pass } },
  };
}

function voteOf({ requires }: Award) {
  if (!requires.vote) throw new RangeError('the award asks for no vote');
  return requires.vote;
}
