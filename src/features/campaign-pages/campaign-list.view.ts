import { message } from '../../platform/messages/message';
import { plainDay } from '../../platform/text/vietnam-time';
import { phaseAddress, planAddress } from './address';
import { phaseBadge } from './phase-badge';
import type { ListedCampaign } from './plan.queries';

/** Campaigns with their phases, for everybody; the plan's address for the office. */
export function campaignCards(campaigns: readonly ListedCampaign[]) {
  return campaigns.map(({ code, title, plan, phases }) => ({
    title,
    plan: message('campaign.plan', { plan }),
    planHref: planAddress(code),
    phases: phases.map(({ planned, opened }) => ({
      href: phaseAddress(code, planned.code),
      title: planned.title,
      time: message('phase.time', { from: plainDay(planned.from), to: plainDay(planned.to) }),
      badge: phaseBadge(opened),
    })),
  }));
}
