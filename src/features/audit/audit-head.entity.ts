import { Entity } from 'typeorm';
import { IntegerColumn, OrdinalColumn, VarcharColumn } from '../../platform/database/entity-columns';

/** The one row that says how long the chain is and how it ends. */
@Entity('audit_head')
export class AuditHead {
  @OrdinalColumn()
  id!: number;

  @IntegerColumn()
  count!: number;

  @VarcharColumn(64)
  hash!: string;
}

/** The id of that row. */
export const HEAD = 1;
