import { message } from '../../../../platform/messages/message';
import { sheetHref } from '../../../../platform/sheets/whole-list';
import type { OpenPhase } from '../../../campaigns/phase.queries';
import { phaseWithPlan } from '../../../desk/desk-phase.view';
import { papersAddress, wordingAddress } from './addresses';

/** What the pages of the papers of a phase have in common. */
export function papersFrame(open: OpenPhase, current: 'round' | 'cases') {
  const { campaign, phase } = open;
  const address = papersAddress({ campaign: campaign.code, phase: phase.code });
  const tab = (name: 'round' | 'cases', href: string) => ({
    href,
    label: message(`paper.tab.${name}`),
    current: name === current,
  });
  return {
    sheet: sheetHref(address),
    head: { lead: phaseWithPlan(open), address, wording: wordingAddress(campaign.code) },
    tabs: [tab('round', address), tab('cases', `${address}/ho-so`)],
  };
}
