import type { PhaseRow } from './phase.entity';
import type { OpenPhase } from './phase.queries';
import type { QuotaStanding } from './quota.queries';

export function openPhaseView({ phase, campaign, version: plan }: OpenPhase, quotas: QuotaStanding[]) {
  return { campaign: campaign.code, plan, ...settingsView(phase), quotas };
}

/** The settings of an opened phase, and the version that an edit of them must have seen. */
export function settingsView({ code, date, participants, council, openedAt, version }: PhaseRow) {
  return { code, date, participants, council, openedAt, version };
}
