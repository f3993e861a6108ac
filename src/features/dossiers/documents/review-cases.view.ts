import type { Campaign, CriteriaSet } from '../../../domain/campaign';
import type { NominationResult } from '../../../domain/evaluation';
import { message } from '../../../platform/messages/message';
import { oneLine } from '../../../platform/text/printable';
import { achievementOn, otherAchievements, section } from '../../nominations/report/report-reader';
import { count, points } from '../words/formats';
import { SUBJECTS } from './award-round';
import { type Given, chosenFor } from './review-counts';

/** Those who receive an award, with what they did. */
export interface CasesView {
  heading: string;
  cases: { who: string; merit: string[] }[];
}

export function casesViews(
  campaign: Campaign,
  results: ReadonlyMap<string, NominationResult>,
  given: Given,
): CasesView[] {
  return given
    .filter((one) => chosenFor(one).size > 0)
    .map((one, at) => ({
      heading: message('dossier.review.cases', {
        number: at + 1,
        award: oneLine(one.award.name),
        counts: chosenWords(one),
      }),
      cases: inOrder([...chosenFor(one)].flatMap((code) => results.get(code) ?? [])).map((result, place) =>
        caseOf(campaign, result, place + 1),
      ),
    }));
}

/** `03 trường hợp được khen thưởng, 01 trường hợp được đề nghị`. */
export function chosenWords(one: Given[number]): string {
  const words = (['awarded', 'proposed'] as const).flatMap((key) =>
    one[key].size > 0 ? [message(`dossier.review.cases.${key}`, { count: count(one[key].size) })] : [],
  );
  return words.join(', ') || message('dossier.review.cases.none');
}

/** Collectives first, as decisions list them. */
function inOrder(results: readonly NominationResult[]): NominationResult[] {
  return SUBJECTS.flatMap((subject) => results.filter(({ nomination }) => nomination.subject === subject));
}

function caseOf(
  { criteriaSets }: Campaign,
  result: NominationResult,
  number: number,
): CasesView['cases'][number] {
  const { nomination, total, rank, criteriaSet } = result;
  const { name, position, unit } = nomination;
  const set = criteriaSets.find(({ code }) => code === criteriaSet);
  const who = [...new Set([name, position ?? '', unit].map(oneLine).filter(Boolean))].join(', ');
  return {
    who: message('dossier.review.case', { number, who, points: points(total), rank: rank ?? '–' }),
    merit: meritOf(result, set),
  };
}

/** The summary of the report; where it has none, what it says on the criteria. Empty: to be filled in by hand. */
function meritOf({ nomination: { report } }: NominationResult, set: CriteriaSet | undefined): string[] {
  const summary = section(report, 'summary');
  if (summary.length > 0) return summary;
  const codes = set?.criteria.map(({ code }) => code) ?? [];
  return [...codes.flatMap((code) => achievementOn(report, code)), ...otherAchievements(report, codes)];
}
