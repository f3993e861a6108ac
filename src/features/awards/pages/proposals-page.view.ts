import type { Page } from '../../../platform/http/page';
import { message } from '../../../platform/messages/message';
import { sheetHref } from '../../../platform/sheets/whole-list';
import { momentText } from '../../../platform/text/vietnam-time';
import { pagerOf } from '../../../platform/views/pager';
import type { ProposalRow } from '../proposal.entity';
import { isFresh } from '../proposal.ground';
import type { Replay } from '../proposal.queries';
import { type LeaderPhase, leaderFrame, leaderHead } from './leader-phase';

/** The proposals of a phase, newest first, and whether the newest still says what the rules say now. */
export function proposalsPage(phase: LeaderPhase, page: Page<ProposalRow>, mayPropose: boolean) {
  const address = `${phase.base}/phuong-an`;
  const newest = page.page === 1 ? page.items[0] : undefined;
  return {
    ...leaderFrame(phase, 'proposals'),
    address,
    sheet: sheetHref(address),
    mayPropose,
    advice: newest && !isFresh(newest, phase.phase) ? message('leader.proposal.old') : '',
    rows: page.items.map((row) => proposalLine(phase, address, row)),
    pager: pagerOf(page, address),
  };
}

function proposalLine({ phase }: LeaderPhase, address: string, row: ProposalRow) {
  const fresh = isFresh(row, phase);
  return {
    number: String(row.number),
    by: row.createdBy,
    at: momentText(row.createdAt),
    engine: row.engine,
    state: { label: message(fresh ? 'leader.fresh' : 'leader.stale'), kind: fresh ? 'ok' : 'off' },
    inputs: `${row.campaignSha256.slice(0, 8)} · ${row.roundSha256.slice(0, 8)}`,
    replay: `${address}/${row.id}/doi-chieu`,
    result: `${address}/${row.id}/result.json`,
  };
}

/** Whether the rules of today give the very bytes that were stored. */
export function replayPage(phase: LeaderPhase, row: ProposalRow, { same, engine }: Replay) {
  return {
    head: leaderHead(phase, 'proposals', message('leader.replay', { number: row.number })),
    verdict: {
      kind: same ? 'ok' : 'error',
      title: message(same ? 'leader.replay.same' : 'leader.replay.differs'),
      text: message(same ? 'leader.replay.same.text' : 'leader.replay.differs.text', { engine }),
    },
    facts: [
      { label: message('leader.replay.made'), text: `${row.createdBy}, ${momentText(row.createdAt)}` },
      { label: message('leader.replay.engine'), text: engine },
      { label: message('leader.replay.campaign'), text: row.campaignSha256 },
      { label: message('leader.replay.round'), text: row.roundSha256 },
    ],
  };
}
