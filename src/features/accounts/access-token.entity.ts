import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, VarcharColumn } from '../../platform/database/entity-columns';
import { PersonRow } from './person.entity';

/** A bearer token of a person, with that person's rights. The token itself is shown once and kept nowhere. */
@Entity('access_token')
@Unique('uq_access_token_sha256', ['sha256'])
@Index('ix_access_token_person', ['personId'])
export class AccessToken {
  @IdColumn()
  id!: string;

  @RefColumn()
  @ForeignKey(() => PersonRow)
  personId!: string;

  /** What the person calls it. */
  @VarcharColumn(200)
  name!: string;

  @VarcharColumn(64)
  sha256!: string;

  @InstantColumn()
  createdAt!: string;
}
