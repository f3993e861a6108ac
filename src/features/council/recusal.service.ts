import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { hasVote } from '../../domain/council';
import { Clock } from '../../platform/clock/clock';
import type { Transaction } from '../../platform/database/unit-of-work';
import { openPhaseById } from '../campaigns/phase.queries';
import { takeNomination } from '../nominations/nomination.desk';
import type { NominationRow } from '../nominations/nomination.entity';
import { entriesOf } from '../nominations/nomination.rows';
import { saveSheet, sheetOf } from '../nominations/sheet.store';
import { isTooNear } from './item.queries';
import { type Seated, seatedIn } from './session.queries';
import type { SessionRow } from './session.entity';

/** Puts down on their sheets which members do not score a nominee whom they are too near to. */
@Injectable()
export class RecusalService {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** Only where the council’s score counts; a sheet that says so already stays as it is. */
  async mark(
    tx: Transaction,
    actor: Actor,
    session: SessionRow,
    rows: readonly NominationRow[],
  ): Promise<void> {
    const { campaign } = await openPhaseById(tx.manager, session.phaseId);
    if (campaign.scoring.official !== 'council') return;
    const members = (await seatedIn(tx.manager, session.id)).filter(hasVote);
    for (const row of rows)
      for (const seat of members)
        if (isTooNear(seat, row, new Set())) await this.recuse(tx, actor, row, seat);
  }

  private async recuse(tx: Transaction, actor: Actor, row: NominationRow, { name }: Seated): Promise<void> {
    const key = { layer: 'council', member: name } as const;
    const before = await sheetOf(tx.manager, row.id, key);
    if (before.recused) return;
    const desk = await takeNomination(tx.manager, actor, 'sheet.write', row.id);
    const change = { seen: before.version, at: this.clock.now(), recused: true, entries: entriesOf(before) };
    await saveSheet(tx, desk, key, change);
  }
}
