import { message } from '../../../../platform/messages/message';
import { sheetHref } from '../../../../platform/sheets/whole-list';
import type { OpenPhase } from '../../../campaigns/phase.queries';
import type { PhaseChoice } from '../../../campaigns/phase.choices';
import { phaseLinks, phaseWithPlan } from '../../../desk/desk-phase.view';
import { papersAddress, wordingAddress } from './addresses';

type Kind = 'round' | 'cases';

/** What the pages of the papers of a phase have in common. */
export function papersFrame(open: OpenPhase, current: Kind, choices: readonly PhaseChoice[]) {
  const at = { campaign: open.campaign.code, phase: open.phase.code };
  const tab = (kind: Kind) => ({
    href: listAddress(kind, at),
    label: message(`paper.tab.${kind}`),
    current: kind === current,
  });
  return {
    sheet: sheetHref(papersAddress(at)),
    head: papersHead(open),
    tabs: [tab('round'), tab('cases')],
    others: phaseLinks(open, choices, (choice) => listAddress(current, choice)),
  };
}

export function papersHead(open: OpenPhase) {
  const { campaign, phase } = open;
  const address = papersAddress({ campaign: campaign.code, phase: phase.code });
  return { lead: phaseWithPlan(open), address, wording: wordingAddress(campaign.code) };
}

function listAddress(kind: Kind, at: { campaign: string; phase: string }): string {
  return kind === 'round' ? papersAddress(at) : `${papersAddress(at)}/ho-so`;
}
