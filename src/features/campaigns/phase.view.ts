import { type Actor, may } from '../../domain/access';
import { type ProblemFinding, findingViews } from '../../platform/http/problem';
import type { PhaseRow } from './phase.entity';
import type { OpenPhase } from './phase.queries';
import type { SetPhase } from './phase.service';
import type { QuotaStanding } from './quota.queries';

export function openPhaseView(
  { phase, campaign, version: plan }: OpenPhase,
  quotas: readonly QuotaStanding[],
  actor: Actor,
) {
  const shown = quotas.map((quota) => shownQuota(quota, actor));
  return { campaign: campaign.code, plan, ...settingsView(phase), quotas: shown };
}

/** How many places are gone tells of decisions that are not published yet: that is for whoever reads the ranking. */
function shownQuota(
  { taken, ...quota }: QuotaStanding,
  actor: Actor,
): Omit<QuotaStanding, 'taken'> & { taken?: number } {
  return may(actor, 'allocation.read') ? { ...quota, taken } : quota;
}

/** The settings of an opened phase, and the version that an edit of them must have seen. */
function settingsView({ code, date, participants, council, openedAt, version }: PhaseRow) {
  return { code, date, participants, council, openedAt, version };
}

/** The settings just accepted, with what a person should know of them. */
export function setPhaseView({
  phase,
  warnings,
}: SetPhase): ReturnType<typeof settingsView> & { warnings: ProblemFinding[] } {
  return { ...settingsView(phase), warnings: findingViews(warnings) };
}
