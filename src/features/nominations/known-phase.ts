import type { EntityManager } from 'typeorm';
import { type Actor, may } from '../../domain/access';
import type { Campaign } from '../../domain/campaign';
import { canonicalJson } from '../../domain/canonical';
import { DomainError } from '../../domain/domain-error';
import type { Round } from '../../domain/nomination';
import { phaseTitle } from '../../domain/plan-names';
import { campaignByCode, typedCampaign, versionOf } from '../campaigns/campaign.queries';
import { documentHead } from '../campaigns/phase.document';
import { PhaseRow } from '../campaigns/phase.entity';
import { type OpenPhase, openPhase } from '../campaigns/phase.queries';
import { judges } from './fair-sheets';
import type { Known } from './nomination.source';
import { unitNamesByPrefix } from '../units/unit.queries';
import { ownUnitName } from './own-text';
import { ownPrefix } from './unit-codes';

/** What a document is read against. */
export interface KnownPhase extends Known {
  campaign: Campaign;
  /** Code of the phase. */
  phase: string;
  /** Absent while the phase is not open. */
  open?: OpenPhase;
  /** Changes with plan and settings. */
  mark: string;
}

/** A unit's document is read for that unit alone, and only of an open phase. Throws `phase-not-found` or `phase-not-open`. */
export async function whatIsKnown(
  reader: EntityManager,
  actor: Actor,
  campaignCode: string,
  phaseCode: string,
): Promise<KnownPhase> {
  const isOffice = may(actor, 'nomination.import');
  const unit = isOffice ? undefined : ((await ownUnitName(reader, actor)) ?? '');
  const row = await campaignByCode(reader, campaignCode);
  const phase = phaseCode.normalize('NFC');
  const units = isOffice ? await unitNamesByPrefix(reader) : undefined;
  const council = isOffice ? await judges(reader) : undefined;
  // The mark first: whatever changes after it is seen by its change.
  const mark = await markOf(reader, row.code, phase);
  if (isOffice && !(await reader.existsBy(PhaseRow, { campaignId: row.id, code: phase }))) {
    const campaign = typedCampaign(await versionOf(reader, row));
    if (!campaign.phases.some(({ code }) => code === phase))
      throw new DomainError('phase-not-found', { campaign: campaignCode, phase });
    return { campaign, phase, mark, head: {}, codes: new Set<string>(), units, council };
  }
  const open = await openPhase(reader, campaignCode, phase);
  const { schema: _own, ...head } = documentHead(open.campaign, open.phase);
  const codes = await codesIn(reader, open.phase.id);
  const prefix = await ownPrefix(reader, actor);
  return { campaign: open.campaign, phase, open, mark, head, codes, unit, prefix, units, council };
}

async function codesIn(reader: EntityManager, phaseId: string): Promise<Set<string>> {
  const rows = await reader.sql<{ code: string }[]>`
    SELECT "code" FROM "nomination" WHERE "phaseId" = ${phaseId}`;
  return new Set(rows.map(({ code }) => code));
}

/** Whether a document that was read may go in as it was read: nothing that its reading depended on has changed since. */
export async function stillHolds(
  manager: EntityManager,
  { campaign, phase, mark, open }: KnownPhase,
  { nominations }: Round,
): Promise<boolean> {
  if ((await markOf(manager, campaign.code, phase)) !== mark) return false;
  const codes = open ? await codesIn(manager, open.phase.id) : new Set<string>();
  return !nominations.some(({ code }) => codes.has(code));
}

/** Plan and settings, by which a document is read; of a phase that is not open the newest plan. */
async function markOf(reader: EntityManager, campaignCode: string, code: string): Promise<string> {
  const { id, version } = await campaignByCode(reader, campaignCode);
  const phase = await reader.findOneBy(PhaseRow, { campaignId: id, code });
  return phase ? `${phase.id} ${phase.versionId} ${phase.version}` : `${id} ${version}`;
}

export function requireSamePhase({ open, phase }: KnownPhase, round: Round): void {
  if (round.phase !== phase) throw new DomainError('another-phase', { found: round.phase, expected: phase });
  if (open) requireSameHead(open, round);
}

/** Date, participants and council are settings of the phase: an import does not change them in passing. */
function requireSameHead({ phase, campaign }: OpenPhase, round: Round): void {
  const stated = { date: round.date, participants: round.participants, council: round.council ?? null };
  const { date, participants, council } = phase;
  if (canonicalJson(stated) !== canonicalJson({ date, participants, council }))
    throw new DomainError('phase-settings-differ', { phase: phaseTitle(campaign, phase.code) });
}
