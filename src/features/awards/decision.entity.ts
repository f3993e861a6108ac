import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import {
  BooleanColumn,
  DayColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';

import { PhaseRow } from '../campaigns/phase.entity';
import { PlaceRow } from '../campaigns/place.entity';
import { NominationRow } from '../nominations/nomination.entity';
import { ProposalRow } from './proposal.entity';

/**
 * `proposed` by the first person · `confirmed` by another, and in force. The others have given their place back: `taken-back`
 * before it was confirmed, `refused` by the authority that it was proposed to, `revoked` (Luật Thi đua, khen thưởng Điều
 * 93.2), `replaced` by a higher award for the same nomination.
 */
export type DecisionStatus = 'proposed' | 'confirmed' | 'taken-back' | 'refused' | 'revoked' | 'replaced';

/** An award given to a nomination within the places, by the proposal or, with a reason, against it (law 5). */
@Entity('decision')
@Unique('uq_decision_place', ['placeId'])
@Index('ix_decision_phase', ['phaseId', 'decidedAt'])
@Index('ix_decision_nomination', ['nominationId'])
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

  @VarcharColumn(12)
  status!: DecisionStatus;

  @VarcharColumn(100)
  award!: string;

  @VarcharColumn(100)
  criteriaSet!: string;

  /** Null once the place has been given back. */
  @RefColumn({ nullable: true })
  @ForeignKey(() => PlaceRow)
  placeId!: string | null;

  /** Of the place within its quota line, as it was taken. */
  @IntegerColumn()
  ordinal!: number;

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

  @RefColumn()
  decidedById!: string;

  @VarcharColumn(200)
  decidedBy!: string;

  @InstantColumn()
  decidedAt!: string;

  /** The second person. */
  @RefColumn({ nullable: true })
  confirmedById!: string | null;

  @VarcharColumn(200, { nullable: true })
  confirmedBy!: string | null;

  @InstantColumn({ nullable: true })
  confirmedAt!: string | null;

  /** The day of the refusal or revocation, and its paper. */
  @DayColumn({ nullable: true })
  endedOn!: string | null;

  @VarcharColumn(300, { nullable: true })
  endDocument!: string | null;

  /** Why the place was given back. */
  @TextColumn({ nullable: true })
  endReason!: string | null;

  @RefColumn({ nullable: true })
  endedById!: string | null;

  @VarcharColumn(200, { nullable: true })
  endedBy!: string | null;

  @InstantColumn({ nullable: true })
  endedAt!: string | null;

  /** The decision on a higher award that stands in the place of this one. */
  @RefColumn({ nullable: true })
  replacedById!: string | null;

  /**
   * Whether the published results hold it. What is decided, replaced or taken back after a publication changes nothing there
   * until the next one; a refusal or a revocation does at once.
   */
  @BooleanColumn()
  isPublic!: boolean;

  /** Hash of the newest audit event of this decision: printed with it, it vouches for the whole chain so far (law 4). */
  @VarcharColumn(64)
  auditHead!: string;
}
