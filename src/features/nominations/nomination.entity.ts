import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { Nomination } from '../../domain/nomination';
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
@Index('ix_nomination_name', ['phaseId', 'sortKey', 'code', 'searchKey'])
@Index('ix_nomination_set', ['phaseId', 'criteriaSet', 'sortKey', 'code'])
@Index('ix_nomination_by_unit', ['phaseId', 'unitSortKey', 'sortKey', 'code'])
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
  state!: Nomination['state'];

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
