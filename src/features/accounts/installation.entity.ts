import { Entity } from 'typeorm';
import { IdColumn, TextColumn } from '../../platform/database/entity-columns';

/** What all processes on one database share; today the key that signs cookies and form tokens. */
@Entity('installation')
export class InstallationRow {
  @IdColumn()
  id!: string;

  @TextColumn()
  value!: string;
}
