import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { Origin } from '../../domain/access';
import type { Nomination } from '../../domain/nomination';
import type { NominationState } from '../../domain/nomination-state';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';
import { PhaseRow } from '../campaigns/phase.entity';
import { UnitRow } from '../units/unit.entity';

/** What one unit says of one nominee in one phase; its scores, evidence and votes are rows of their own. */
@Entity('nomination')
@Unique('uq_nomination_code', ['phaseId', 'code'])
@Index('ix_nomination_name', ['phaseId', 'sortKey', 'code', 'searchKey', 'state', 'stateBefore', 'id'])
@Index('ix_nomination_set', ['phaseId', 'criteriaSet', 'sortKey', 'code'])
@Index('ix_nomination_by_unit', ['phaseId', 'unitSortKey', 'sortKey', 'code'])
@Index('ix_nomination_state', ['phaseId', 'state', 'sortKey', 'code'])
@Index('ix_nomination_updated', ['phaseId', 'updatedAt', 'code'])
@Index('ix_nomination_unit', ['unitId'])
export class NominationRow {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => PhaseRow)
  phaseId!: string;

  @VarcharColumn(100)
  code!: string;

  @VarcharColumn(100)
  criteriaSet!: string;

  @VarcharColumn(10)
  subject!: Nomination['subject'];

  @VarcharColumn(100, { nullable: true })
  audience!: string | null;

  @TextColumn()
  name!: string;

  @RefColumn()
  @ForeignKey(() => UnitRow)
  unitId!: string;

  /** Code of the award that the unit asks for. */
  @VarcharColumn(100, { nullable: true })
  proposed!: string | null;

  @IntegerColumn({ nullable: true })
  members!: number | null;

  @IntegerColumn({ nullable: true })
  women!: number | null;

  @TextColumn({ nullable: true })
  orgClass!: string | null;

  @VarcharColumn(6, { nullable: true })
  gender!: Nomination['gender'] | null;

  @TextColumn({ nullable: true })
  position!: string | null;

  @VarcharColumn(6, { nullable: true })
  positionClass!: Nomination['positionClass'] | null;

  @VarcharColumn(16)
  state!: NominationState;

  /** Of a held or decided one: the state that it came from, and that its unit goes on seeing. */
  @VarcharColumn(16, { nullable: true })
  stateBefore!: NominationState | null;

  /** Since when it is where its unit sees it: holding and deciding do not show there. */
  @InstantColumn()
  stateSince!: string;

  /** Who wrote it: what a unit wrote is never edited by the office. */
  @VarcharColumn(6)
  origin!: Origin;

  /** Canonical JSON of the dossier's text. */
  @TextColumn()
  report!: string;

  /** Code, name and unit without diacritics. */
  @VarcharColumn(600)
  searchKey!: string;

  /** Vietnamese order of the name: a person's given name first. */
  @VarcharColumn(400)
  sortKey!: string;

  /** Sort key of the unit's name: a list by unit needs no join to find its page. */
  @VarcharColumn(400)
  unitSortKey!: string;

  /** For ETag: counts every change of the nomination and of its parts. */
  @IntegerColumn()
  version!: number;

  @InstantColumn()
  createdAt!: string;

  @InstantColumn()
  updatedAt!: string;
}
