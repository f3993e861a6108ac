import { message } from '../../../platform/messages/message';
import type { ListSheet } from '../../../platform/sheets/list-sheet';
import { sheetOf } from '../../../platform/sheets/whole-list';
import { momentText } from '../../../platform/text/vietnam-time';
import type { ProposalRow } from '../proposal.entity';
import { isFresh } from '../proposal.ground';
import type { LeaderPhase } from './leader-phase';

/** The proposals that were made, with the hashes of what each was made of. */
export function proposalsSheet({ phase, title }: LeaderPhase, rows: readonly ProposalRow[]): ListSheet {
  return sheetOf(message('list.title.proposals', { phase: title }), rows, [
    ['number', 8, ({ number }) => number],
    ['made-by', 28, ({ createdBy }) => createdBy],
    ['made-at', 20, ({ createdAt }) => momentText(createdAt)],
    ['state', 30, (row) => message(isFresh(row, phase) ? 'leader.fresh' : 'leader.stale')],
    ['engine', 16, ({ engine }) => engine],
    ['campaign-hash', 66, ({ campaignSha256 }) => campaignSha256],
    ['round-hash', 66, ({ roundSha256 }) => roundSha256],
  ]);
}
