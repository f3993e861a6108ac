import type { Campaign } from '../../domain/campaign';
import { type ProblemFinding, findingViews } from '../../platform/http/problem';
import { nominationDocument } from './nomination.document';
import { type NominationRows, nominationOf } from './nomination.rows';
import type { Saved } from './nomination.service';

export function savedView({
  warnings,
  ...saved
}: Saved): Omit<Saved, 'warnings'> & { warnings: ProblemFinding[] } {
  return { ...saved, warnings: findingViews(warnings) };
}

/** A nomination as it can be edited and sent back, with what the service knows beside it. */
export function nominationView(campaign: Campaign, phase: string, rows: NominationRows) {
  const { id, criteriaSet, version, createdAt, updatedAt } = rows.nomination;
  const sheets = rows.sheets.map((sheet) => ({
    layer: sheet.layer,
    member: sheet.member,
    version: sheet.version,
  }));
  const evidence = rows.evidence.map((piece) => ({
    id: piece.id,
    criterion: piece.criterion,
    title: piece.title,
  }));
  const matters = rows.matters.map((matter) => ({ id: matter.id, kind: matter.kind, status: matter.status }));
  const about = { id, campaign: campaign.code, phase, criteriaSet, version, createdAt, updatedAt };
  return {
    ...about,
    nomination: nominationDocument(campaign, nominationOf(rows)),
    sheets,
    evidence,
    matters,
  };
}
