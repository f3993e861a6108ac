import { type Actor, mayOn } from '../../domain/access';
import type { Campaign } from '../../domain/campaign';
import { type ProblemFinding, findingViews } from '../../platform/http/problem';
import { nominationDocument } from './nomination.document';
import type { NominationRow } from './nomination.entity';
import { type NominationRows, nominationOf } from './nomination.rows';
import type { Saved } from './nomination.service';
import { seesAll, stateFor } from './seen-state';

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
  const changes = seesChanges(actor, row);
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

/** What a step has made of a nomination, as far as whoever took it may see: it may have been held at once. */
export function steppedView(row: NominationRow, actor: Actor) {
  const { id, code, version } = row;
  return { id, code, state: stateFor(actor, row), ...(seesChanges(actor, row) && { version }) };
}

/** Whether the actor may know that others have changed something. */
function seesChanges(actor: Actor, row: NominationRow): boolean {
  return mayOn(actor, 'council.read', row) || mayOn(actor, 'nomination.write', row);
}

/** A council member reads the appraisal and a sheet of their own; a unit its own text, and once it is told the result the appraisal. */
function partsFor(actor: Actor, rows: NominationRows): NominationRows {
  if (seesAll(actor)) return rows;
  const appraisal = mayOn(actor, 'score.read', rows.nomination);
  const sheets = rows.sheets.filter(
    ({ layer, member }) =>
      layer === 'self' || (appraisal && (layer === 'appraisal' || member === actor.name)),
  );
  return { ...rows, sheets, matters: [], ballots: [] };
}
