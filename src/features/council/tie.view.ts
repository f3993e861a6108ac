import { findingViews } from '../../platform/http/problem';
import type { TieResolutionRow } from '../nominations/tie-resolution.entity';
import type { Resolved } from './tie.service';

export function tieResolutionView(row: TieResolutionRow) {
  const { id, criteriaSet, award, order, leaveVacant, reason, by, date } = row;
  return { id, criteriaSet, award, order, leaveVacant, reason, by, date };
}

export function resolvedView({ row, warnings }: Resolved) {
  return { ...tieResolutionView(row), warnings: findingViews(warnings) };
}
