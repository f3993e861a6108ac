import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { BallotMethod, ItemState, Tally } from '../../domain/council';
import type { CouncilAttendance } from '../../domain/nomination';
import type { Groups } from '../../domain/run-off';
import {
  IdColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';
import { NominationRow } from '../nominations/nomination.entity';
import { SessionRow } from './session.entity';

/** A tie at the cut that the council breaks: which codes have to be voted on now, for how many places. */
export interface TieAtCut {
  criteriaSet: string;
  /** The tie group as the votes so far have ordered it. */
  groups: Groups;
  codes: readonly string[];
  places: number;
}

/** What came out of a ballot, counts only; written at its closing. */
export interface ItemResult {
  attendance: CouncilAttendance;
  /** Who could have voted, and who did. */
  eligible: number;
  voted: number;
  tally: Tally;
  /** Of a run-off: the tie group as it stands now. */
  groups?: Groups;
}

/** One question on the agenda: a nomination for an award, or a tie at the cut of an award. */
@Entity('council_item')
@Unique('uq_council_item_ordinal', ['sessionId', 'ordinal'])
@Index('ix_council_item_nomination', ['nominationId'])
export class ItemRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => SessionRow)
  sessionId!: string;

  @IntegerColumn()
  ordinal!: number;

  /** Null for a run-off. */
  @RefColumn({ nullable: true })
  @ForeignKey(() => NominationRow)
  nominationId!: string | null;

  @VarcharColumn(100)
  award!: string;

  /** Null for the vote on a nomination. */
  @JsonColumn({ nullable: true })
  tie!: TieAtCut | null;

  @VarcharColumn(7)
  method!: BallotMethod;

  @VarcharColumn(8)
  state!: ItemState;

  /** Why it was closed before everybody had voted, or annulled. */
  @TextColumn({ nullable: true })
  reason!: string | null;

  @JsonColumn({ nullable: true })
  result!: ItemResult | null;
}
