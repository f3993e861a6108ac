import type { Hundredths } from '../../../domain/campaign';
import { profileRowChart } from '../../../platform/charts/profile';
import { progressRowChart } from '../../../platform/charts/progress';
import { drawnInPieces } from '../../../platform/charts/svg';
import { message } from '../../../platform/messages/message';
import type { Counts } from './review-counts';

/** SVG that a page may end in. One bar for each category: who was chosen, who was considered beside them, and who was not. */
export function countsChart(
  id: string,
  title: string,
  rows: readonly Counts[],
  chosen: readonly ('proposed' | 'awarded')[],
): string {
  const others = chosen.length > 0 ? 'only-considered' : 'considered';
  const states = [...chosen, others, 'not-considered'].map((each) => message(`dossier.review.${each}`));
  const units = rows.map((row) => {
    const counts = chosen.map((each) => row[each]);
    const rest = counts.reduce((left, each) => left - each, row.considered);
    return { name: row.label, counts: [...counts, rest, row.nominated - row.considered] };
  });
  const words = { none: message('dossier.review.nobody') };
  const description = message('dossier.review.caption');
  return drawnInPieces(progressRowChart({ id, title, description, states, units, words }));
}

/** What a pool has reached on one criterion. */
export interface CriterionMean {
  label: string;
  max: Hundredths;
  mean: Hundredths | null;
  median: Hundredths | null;
}

export function criteriaChart(id: string, title: string, criteria: readonly CriterionMean[]): string {
  const words = {
    nominee: message('dossier.review.mean'),
    median: message('dossier.review.median'),
    max: message('dossier.review.max'),
    none: message('dossier.review.no-points'),
  };
  const rows = criteria.map(({ label, max, mean, median }) => ({ label, max, nominee: mean, median }));
  const description = message('dossier.review.caption.criteria');
  return drawnInPieces(profileRowChart({ id, title, description, criteria: rows, words }));
}
