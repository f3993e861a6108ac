import type { Campaign } from '../../domain/campaign';
import { phaseTitle } from '../../domain/plan-names';
import type { Transaction } from '../../platform/database/unit-of-work';
import { pagePath } from '../../platform/views/address';
import type { NominationRow } from '../nominations/nomination.entity';
import type { StepBy } from '../nominations/way.store';
import { notify } from '../notices/notify';
import type { Decided, Ending } from './decision.store';

/** Tells each unit once that the results of its nominations are known, and how many they are. */
export async function tellResults(
  tx: Transaction,
  { campaign, phase }: { campaign: Campaign; phase: string },
  rows: readonly NominationRow[],
  by: StepBy,
): Promise<void> {
  const title = phaseTitle(campaign, phase);
  const href = pagePath('phong-trao', campaign.code, phase, 'ket-qua');
  const counts = new Map<string, number>();
  for (const { unitId } of rows) counts.set(unitId, (counts.get(unitId) ?? 0) + 1);
  for (const [unit, count] of counts)
    await notify(
      tx,
      { unit },
      {
        code: 'results-published',
        params: { campaign: campaign.title, phase: title, count },
        href,
        at: by.at,
        by: by.actor,
      },
    );
}

/**
 * Tells the unit that an award which it knows of is no longer. Of one whose result is not known yet it is told nothing (law 7):
 * `nomination` is as it was before.
 */
export async function tellEnd(
  tx: Transaction,
  { campaign }: { campaign: Campaign },
  code: 'award-refused' | 'award-revoked',
  { decision, nomination }: Decided,
  { actor, at, reason, document = '' }: Ending,
): Promise<void> {
  if (nomination.state !== 'notified') return;
  const award = campaign.awards.find((each) => each.code === decision.award)?.name ?? decision.award;
  await notify(
    tx,
    { unit: nomination.unitId },
    {
      code,
      params: { award, name: nomination.name, code: nomination.code, reason, document },
      href: `/de-nghi/${nomination.id}`,
      at,
      by: actor,
    },
  );
}
