import type { EntityManager } from 'typeorm';
import type { CriteriaSet } from '../../../domain/campaign';
import { DomainError } from '../../../domain/domain-error';
import type { NominationResult } from '../../../domain/evaluation';
import { awardName, setTitle } from '../../../domain/plan-names';
import { profileChart, profileRows } from '../../../platform/charts/profile';
import { message } from '../../../platform/messages/message';
import { provisionWords } from '../../../platform/text/provision';
import { NominationRow } from '../../nominations/nomination.entity';
import { stateBadge } from '../../nominations/state.view';
import type { Evaluated } from '../evaluations';
import { pointsInWords } from '../fact-words';
import { lineText } from '../outcome.view';
import { mediansOf } from '../pool-medians';
import { type OrderedPool, orderedPools } from '../pool-order';
import { type LeaderPhase, leaderHead } from './leader-phase';
import { outcomeBadge } from './outcome-badge';
import { reasonsOf } from './ranking-rows';
import { criterionTitle } from '../../campaigns/criterion-label';

/** One nominee in the ranking: why this place, criterion by criterion, beside the middle of the pool. Throws `nomination-not-found`. */
export async function nomineePage(
  reader: EntityManager,
  phase: LeaderPhase,
  evaluated: Evaluated,
  code: string,
  { mayDecide }: { mayDecide: boolean },
) {
  const { campaign, evaluation } = evaluated;
  const row = await reader.findOneBy(NominationRow, { phaseId: phase.phase.id, code });
  const result = evaluation.nominations.get(code);
  const ordered = orderedPools(evaluation).find(({ pool }) => pool.criteriaSet === result?.criteriaSet);
  const set = campaign.criteriaSets.find((each) => each.code === result?.criteriaSet);
  if (!row || !result || !ordered || !set)
    throw new DomainError('nomination-not-found', { nomination: code });
  const { name, unit } = result.nomination;
  return {
    head: { ...leaderHead(phase, 'ranking', name), badge: stateBadge(row.state) },
    facts: [
      { label: message('leader.nominee.code'), text: code },
      { label: message('leader.nominee.unit'), text: unit },
      { label: message('leader.nominee.pool'), text: setTitle(campaign, set.code) },
      { label: message('leader.nominee.rank'), text: rankText(result, ordered) },
      {
        label: message('leader.nominee.total'),
        text: result.total === null ? '–' : pointsInWords(result.total),
      },
      ...(result.band === null ? [] : [{ label: message('leader.nominee.band'), text: result.band }]),
    ],
    outcome: outcomeBadge(result, (award) => awardName(campaign, award)),
    reasons: reasonsOf(evaluated, result),
    profile: profileOf(set, result, ordered),
    lines: linesOf(set, result),
    links: {
      detail: `/de-nghi/${row.id}`,
      dossier: `/de-nghi/${row.id}/ho-so.pdf`,
      decide: mayDecide ? `${phase.base}/quyet-dinh/khac?ma=${encodeURIComponent(code)}` : null,
    },
  };
}

function rankText({ rank }: NominationResult, { ranked }: OrderedPool): string {
  return rank === null ? message('leader.nominee.unranked') : `${rank}/${ranked}`;
}

function linesOf(set: CriteriaSet, { lines }: NominationResult) {
  return lines.flatMap((line) => {
    const criterion = set.criteria.find(({ code }) => code === line.criterion);
    if (!criterion) return [];
    return {
      criterion: criterionTitle(criterion),
      source: provisionWords(criterion.source ?? ''),
      points: line.points === null ? '–' : pointsInWords(line.points),
      max: criterion.role === 'gate' ? '–' : pointsInWords(line.max),
      because: lineText(line, criterion),
    };
  });
}

/** Gates carry no points, and a criterion without a maximum has no scale. */
function profileOf(set: CriteriaSet, result: NominationResult, ordered: OrderedPool) {
  const medians = mediansOf(ordered);
  const criteria = set.criteria
    .filter(({ role, max }) => role !== 'gate' && max > 0)
    .map((criterion) => ({
      label: criterionTitle(criterion),
      max: criterion.max,
      nominee: result.lines.find((line) => line.criterion === criterion.code)?.points ?? null,
      median: medians.get(criterion.code) ?? null,
    }));
  const profile = {
    id: 'ho-so-tieu-chi',
    title: message('leader.profile.title'),
    description: message('leader.profile.description', { count: ordered.ranked }),
    criteria,
    words: {
      nominee: message('leader.profile.nominee'),
      median: message('leader.profile.median'),
      max: message('leader.profile.max'),
      none: message('leader.profile.none'),
    },
  };
  return { svg: profileChart(profile), rows: profileRows(profile) };
}
