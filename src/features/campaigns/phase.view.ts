import type { OpenPhase } from './phase.queries';
import type { QuotaStanding } from './quota.queries';

export function openPhaseView({ phase, campaign, version: plan }: OpenPhase, quotas: QuotaStanding[]) {
  const { code, date, participants, council, version, openedAt } = phase;
  return { campaign: campaign.code, code, plan, date, participants, council, openedAt, version, quotas };
}
