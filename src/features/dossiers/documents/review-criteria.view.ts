import type { Campaign, CriteriaSet, Criterion, Hundredths } from '../../../domain/campaign';
import { isPlanMark } from '../../../domain/criterion-name';
import type { NominationResult } from '../../../domain/evaluation';
import { medianOf } from '../../../domain/median';
import { type Exact, add, roundHalfUp, scale } from '../../../domain/points';
import { message } from '../../../platform/messages/message';
import { capitalised, oneLine } from '../../../platform/text/printable';
import { count, points } from '../words/formats';
import { type CriterionMean, criteriaChart } from './review-charts';

/** What the nominees of one pool have reached, criterion by criterion, by the official score. */
export interface CriteriaView {
  heading: string;
  rows: { criterion: string; max: string; mean: string; highest: string; lowest: string }[];
  /** SVG; no more criteria in each than have room on a page. */
  charts: string[];
}

const ON_ONE_CHART = 10;

/** Pools in which somebody has a score. */
export function criteriaViews(
  { criteriaSets }: Campaign,
  results: readonly NominationResult[],
): CriteriaView[] {
  return criteriaSets.flatMap((set, at) => {
    const scored = results.filter(({ criteriaSet, total }) => criteriaSet === set.code && total !== null);
    return scored.length === 0 ? [] : [criteriaView(set, scored, `bao-cao-tieu-chi-${at}`)];
  });
}

function criteriaView(set: CriteriaSet, scored: readonly NominationResult[], id: string): CriteriaView {
  const means = set.criteria
    .filter(({ role }) => role !== 'gate')
    .map((criterion) => ({ label: nameOf(criterion), max: criterion.max, ...meansOf(criterion, scored) }));
  return {
    heading: message('dossier.review.pool', { set: oneLine(set.title), count: count(scored.length) }),
    rows: set.criteria.map((criterion) => rowOf(criterion, scored)),
    charts: parts(means, ON_ONE_CHART).map((some, at) =>
      criteriaChart(`${id}-${at}`, oneLine(set.title), some),
    ),
  };
}

function rowOf(criterion: Criterion, scored: readonly NominationResult[]): CriteriaView['rows'][number] {
  const given = pointsOn(criterion, scored);
  const name = { criterion: nameOf(criterion) };
  if (criterion.role === 'gate')
    return { ...name, max: '–', mean: passed(criterion, scored), highest: '–', lowest: '–' };
  return {
    ...name,
    max: points(criterion.max),
    mean: points(meansOf(criterion, scored).mean),
    highest: points(given.toSorted((a, b) => b - a)[0]),
    lowest: points(given.toSorted((a, b) => a - b)[0]),
  };
}

function passed({ code }: Criterion, scored: readonly NominationResult[]): string {
  const good = scored.filter(({ lines }) =>
    lines.some(({ criterion, because }) => criterion === code && because === 'gate-passed'),
  );
  return message('dossier.review.gate', { passed: good.length, of: scored.length });
}

function meansOf(
  criterion: Criterion,
  scored: readonly NominationResult[],
): Pick<CriterionMean, 'mean' | 'median'> {
  const given = pointsOn(criterion, scored);
  if (given.length === 0) return { mean: null, median: null };
  const sum = given.reduce<Exact>((all, each) => add(all, each), 0);
  return { mean: roundHalfUp(scale(sum, 1, given.length), 1), median: medianOf(given) };
}

/** Where a criterion did not apply there is nothing to count. */
function pointsOn({ code }: Criterion, scored: readonly NominationResult[]): Hundredths[] {
  return scored.flatMap(({ lines }) => lines.find(({ criterion }) => criterion === code)?.points ?? []);
}

/** Marks of a plan stand before the text. */
function nameOf({ code, text }: Criterion): string {
  return `${isPlanMark(code) ? `${code}) ` : ''}${capitalised(oneLine(text))}`;
}

function parts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}
