import { message } from '../../platform/messages/message';
import type { ListSheet } from '../../platform/sheets/list-sheet';
import { sheetOf } from '../../platform/sheets/whole-list';
import { plainDay } from '../../platform/text/vietnam-time';
import { phaseBadge } from './phase-badge';
import type { ListedCampaign } from './plan.queries';

/** One row for each phase of each campaign. */
export function campaignsSheet(campaigns: readonly ListedCampaign[]): ListSheet {
  const lines = campaigns.flatMap(({ phases, ...campaign }) =>
    phases.map((phase) => ({ campaign, ...phase })),
  );
  return sheetOf(message('list.title.campaigns'), lines, [
    ['campaign-code', 24, ({ campaign }) => campaign.code],
    ['campaign', 60, ({ campaign }) => campaign.title],
    ['phase', 14, ({ planned }) => planned.code],
    ['phase-title', 40, ({ planned }) => planned.title],
    ['from', 14, ({ planned }) => plainDay(planned.from)],
    ['to', 14, ({ planned }) => plainDay(planned.to)],
    ['state', 20, ({ opened }) => phaseBadge(opened).label],
    ['plan', 16, ({ campaign }) => campaign.plan],
  ]);
}
