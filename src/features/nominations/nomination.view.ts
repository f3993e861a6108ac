import { type Actor, may, mayOn } from '../../domain/access';
import type { Campaign } from '../../domain/campaign';
import { type NominationState, type Standing, shownState } from '../../domain/nomination-state';
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

/**
 * A nomination as it can be edited and sent back, with what the service knows beside it: as much as the actor may see, and
 * no trace of the rest. A unit that has sent it is not told that anything was said of it.
 */
export function nominationView(campaign: Campaign, phase: string, rows: NominationRows, actor: Actor) {
  const row = rows.nomination;
  const shown = partsFor(actor, rows);
  const changes = mayOn(actor, 'score.read', row) || mayOn(actor, 'nomination.write', row);
  const { id, criteriaSet, stateSince, version, createdAt, updatedAt } = row;
  return {
    id,
    campaign: campaign.code,
    phase,
    criteriaSet,
    state: stateFor(actor, row),
    stateSince,
    ...(changes && { version, updatedAt }),
    createdAt,
    nomination: nominationDocument(campaign, nominationOf(shown)),
    sheets: shown.sheets.map((sheet) => ({
      layer: sheet.layer,
      member: sheet.member,
      ...(changes && { version: sheet.version }),
    })),
    evidence: shown.evidence.map(({ id: piece, criterion, title }) => ({ id: piece, criterion, title })),
    matters: shown.matters.map(({ id: matter, kind, status }) => ({ id: matter, kind, status })),
  };
}

/** Held and decided are the office's and the leadership's to know, until the results are published. */
export function stateFor(actor: Actor, row: Standing): NominationState {
  return seesAll(actor) ? row.state : shownState(row);
}

/** Whether the actor knows the ranking, and so everything that it is made of. */
export function seesAll(actor: Actor): boolean {
  return may(actor, 'allocation.read');
}

/** A council member reads the appraisal and a sheet of their own; a unit its own text. */
function partsFor(actor: Actor, rows: NominationRows): NominationRows {
  if (seesAll(actor)) return rows;
  const appraisal = mayOn(actor, 'score.read', rows.nomination);
  const sheets = rows.sheets.filter(
    ({ layer, member }) =>
      layer === 'self' || (appraisal && (layer === 'appraisal' || member === actor.name)),
  );
  return { ...rows, sheets, matters: [], ballots: [] };
}
