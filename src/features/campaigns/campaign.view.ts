import type { Campaign, Phase } from '../../domain/campaign';
import { type ProblemFinding, findingView } from '../../platform/http/problem';
import type { CampaignVersionRow } from './campaign-version.entity';
import type { Filed } from './campaign.service';
import type { PhaseRow } from './phase.entity';

/** A filed version and what a person should know of it. */
export function filedView<T extends Filed>({
  warnings,
  ...filed
}: T): Omit<T, 'warnings'> & { warnings: ProblemFinding[] } {
  return { ...filed, warnings: warnings.map(findingView) };
}

export interface PhaseView extends Phase {
  /** Absent while the phase is not open. */
  opened?: {
    at: string;
    plan: number;
    date: string;
    participants: Record<string, number>;
    council: PhaseRow['council'];
  };
}

export interface OpenedPhase {
  row: PhaseRow;
  plan: number;
}

export function phaseView(phase: Phase, opened: OpenedPhase | undefined): PhaseView {
  if (!opened) return phase;
  const { openedAt: at, date, participants, council } = opened.row;
  return { ...phase, opened: { at, plan: opened.plan, date, participants, council } };
}

export function campaignView(
  campaign: Campaign,
  version: CampaignVersionRow,
  opened: readonly OpenedPhase[],
) {
  const { code, title, organizer, assumptions, criteriaSets, awards } = campaign;
  return {
    code,
    title,
    organizer,
    assumptions,
    plan: version.version,
    sha256: version.sha256,
    createdAt: version.createdAt,
    phases: campaign.phases.map((phase) =>
      phaseView(
        phase,
        opened.find(({ row }) => row.code === phase.code),
      ),
    ),
    criteriaSets: criteriaSets.map((set) => ({
      code: set.code,
      title: set.title,
      subject: set.subject,
      audience: set.audience,
    })),
    awards: awards.map(({ code: award, name, tier, authority }) => ({ code: award, name, tier, authority })),
  };
}
