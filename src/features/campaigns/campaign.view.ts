import type { Campaign, Phase } from '../../domain/campaign';
import { type ProblemFinding, findingViews } from '../../platform/http/problem';
import type { CampaignVersionRow } from './campaign-version.entity';
import type { Filed } from './campaign.service';
import type { PhaseRow } from './phase.entity';

/** A filed version and what a person should know of it. `plan` is its number: no edit wants it in If-Match. */
export function filedView<T extends Filed>({
  warnings,
  version: plan,
  ...filed
}: T): Omit<T, 'warnings' | 'version'> & { plan: number; warnings: ProblemFinding[] } {
  return { ...filed, plan, warnings: findingViews(warnings) };
}

interface PhaseView extends Phase {
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
  /** Number of the version of the plan that it is judged by, and what that says of it. */
  plan: number;
  planned: Phase;
}

function phaseView(phase: Phase, opened: OpenedPhase | undefined): PhaseView {
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
    phases: phaseViews(campaign, opened),
    criteriaSets: criteriaSets.map((set) => ({
      code: set.code,
      title: set.title,
      subject: set.subject,
      audience: set.audience,
    })),
    awards: awards.map(({ code: award, name, tier, authority }) => ({ code: award, name, tier, authority })),
  };
}

/** The phases of the newest plan, and after them those at work that it no longer names. */
function phaseViews({ phases }: Campaign, opened: readonly OpenedPhase[]): PhaseView[] {
  const dropped = opened.filter(({ row }) => !phases.some(({ code }) => code === row.code));
  return [
    ...phases.map((phase) =>
      phaseView(
        phase,
        opened.find(({ row }) => row.code === phase.code),
      ),
    ),
    ...dropped.map((each) => phaseView(each.planned, each)),
  ];
}
