import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { Group } from '../../domain/access';
import {
  BooleanColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';

/** Somebody with an account. Never deleted: what they did goes on bearing their name. */
@Entity('person')
@Unique('uq_person_username', ['username'])
@Index('ix_person_sort', ['sortKey', 'id'])
export class PersonRow {
  @IdColumn()
  id!: string;

  /** Lower case; what is typed at login. */
  @VarcharColumn(100)
  username!: string;

  @VarcharColumn(200)
  name!: string;

  @VarcharColumn(600)
  searchKey!: string;

  @VarcharColumn(400)
  sortKey!: string;

  @VarcharColumn(300, { nullable: true })
  email!: string | null;

  /** Of argon2id, with its salt and parameters. */
  @TextColumn()
  passwordHash!: string;

  /** A first password, or one that was reset, opens only the page that changes it. */
  @BooleanColumn()
  mustChangePassword!: boolean;

  @JsonColumn()
  groups!: Group[];

  @RefColumn({ nullable: true })
  @ForeignKey('UnitRow')
  unitId!: string | null;

  @BooleanColumn()
  headsUnit!: boolean;

  /** Of the demo world: its pages say so. */
  @BooleanColumn()
  demo!: boolean;

  @InstantColumn({ nullable: true })
  disabledAt!: string | null;

  /** For edit conflicts. */
  @IntegerColumn()
  version!: number;

  @InstantColumn()
  createdAt!: string;
}
