import { phaseTitle } from '../../domain/plan-names';
import { message } from '../../platform/messages/message';
import { address, pagePath } from '../../platform/views/address';
import type { OpenPhase } from '../campaigns/phase.queries';
import type { PhaseChoice } from '../campaigns/phase.choices';

/** How the addresses of the office's pages name a phase. */
export function phaseQuery({ campaign, phase }: OpenPhase): { 'phong-trao': string; 'giai-doan': string } {
  return { 'phong-trao': campaign.code, 'giai-doan': phase.code };
}

export function phaseWithPlan({ campaign, phase }: OpenPhase): string {
  return message('desk.phase', { phase: phaseTitle(campaign, phase.code), campaign: campaign.title });
}

/** The other phases as links: to the same page, of that phase. */
export function otherPhases(path: string, open: OpenPhase, choices: readonly PhaseChoice[]) {
  return phaseLinks(open, choices, ({ campaign, phase }) =>
    address(path, { 'phong-trao': campaign, 'giai-doan': phase }),
  );
}

/** As `otherPhases`, for pages whose address names the phase in its path. */
export function phaseLinks(
  open: OpenPhase,
  choices: readonly PhaseChoice[],
  hrefOf: (choice: PhaseChoice) => string,
) {
  return choices
    .filter(({ campaign, phase }) => campaign !== open.campaign.code || phase !== open.phase.code)
    .map((choice) => ({ href: hrefOf(choice), label: phaseLabel(choice) }));
}

function phaseLabel({ title, phaseTitle: phase, concludedAt }: PhaseChoice): string {
  return message(concludedAt === null ? 'desk.phase' : 'desk.phase.concluded', { phase, campaign: title });
}

/** Where the evidence files are listed that stand in more than one nomination. */
export function duplicatesAddress({ campaign, phase }: OpenPhase): string {
  return pagePath('van-phong', 'tep-trung', campaign.code, phase.code);
}

/** The pages of the office, each for the phase at hand. */
export function deskTabs(open: OpenPhase, current: 'board' | 'list' | 'copies' | 'files' | 'confirmations') {
  const query = phaseQuery(open);
  const tab = (name: string, href: string) => ({
    href,
    label: message(`desk.tab.${name}`),
    current: name === current,
  });
  return [
    tab('board', address('/van-phong', query)),
    tab('list', address('/van-phong/tim', query)),
    tab('copies', address('/van-phong/trung-lap', query)),
    tab('files', duplicatesAddress(open)),
    tab('confirmations', address('/van-phong/xac-nhan', query)),
  ];
}
