import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  RefColumn,
  TextColumn,
  VarcharColumn,
} from '../../platform/database/entity-columns';
import { PersonRow } from './person.entity';

/** Somebody who is logged in at one browser. The key of the cookie is kept only as SHA-256. */
@Entity('login_session')
@Unique('uq_login_session_sha256', ['sha256'])
@Index('ix_login_session_person', ['personId'])
export class LoginSession {
  @IdColumn()
  id!: string;

  @VarcharColumn(64)
  sha256!: string;

  @RefColumn()
  @ForeignKey(() => PersonRow)
  personId!: string;

  /** What the session middleware keeps, as JSON. */
  @TextColumn()
  data!: string;

  @InstantColumn()
  expiresAt!: string;
}
