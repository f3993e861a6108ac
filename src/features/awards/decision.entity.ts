import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  RefColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';

import { PhaseRow } from '../campaigns/phase.entity';
import { PlaceRow } from '../campaigns/place.entity';
import { NominationRow } from '../nominations/nomination.entity';
import { ProposalRow } from './proposal.entity';

/** An award given to a nomination within the places, by the proposal or, with a reason, against it (law 5). */
@Entity('decision')
@Unique('uq_decision_nomination', ['nominationId'])
@Index('ix_decision_phase', ['phaseId', 'decidedAt'])
export class DecisionRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => PhaseRow)
  phaseId!: string;

  @RefColumn()
  @ForeignKey(() => ProposalRow)
  proposalId!: string;

  @RefColumn()
  @ForeignKey(() => NominationRow)
  nominationId!: string;

  @VarcharColumn(100)
  award!: string;

  @RefColumn()
  @ForeignKey(() => PlaceRow)
  placeId!: string;

  /** What the engine said of this nomination and award. */
  @VarcharColumn(120)
  proposedOutcome!: string;

  /** Present where the decision departs from the proposal. */
  @TextColumn({ nullable: true })
  reason!: string | null;

  /** Number and day of the signed paper, when known. */
  @VarcharColumn(100, { nullable: true })
  number!: string | null;

  @DayColumn({ nullable: true })
  date!: string | null;

  @VarcharColumn(200)
  decidedBy!: string;

  @InstantColumn()
  decidedAt!: string;

  /** Hash of the audit event of this decision: printed with it, it vouches for the whole chain so far (law 4). */
  @VarcharColumn(64)
  auditHead!: string;
}
