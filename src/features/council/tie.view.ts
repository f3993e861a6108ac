import type { TieResolutionRow } from '../nominations/tie-resolution.entity';

export function tieResolutionView(row: TieResolutionRow) {
  const { id, criteriaSet, award, order, leaveVacant, reason, by, date } = row;
  return { id, criteriaSet, award, order, leaveVacant, reason, by, date };
}
