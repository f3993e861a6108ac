import { Entity, Unique } from 'typeorm';
import { IdColumn, InstantColumn, VarcharColumn } from '../../platform/database/entity-columns';

/** A bearer token. The token itself is shown once and kept nowhere. */
@Entity('access_token')
@Unique('uq_access_token_sha256', ['sha256'])
export class AccessToken {
  @IdColumn()
  id!: string;

  @VarcharColumn(200)
  name!: string;

  @VarcharColumn(64)
  sha256!: string;

  @InstantColumn()
  createdAt!: string;
}
