import { Entity, ForeignKey } from 'typeorm';
import type { Tally } from '../../domain/council';
import { IdColumn, JsonColumn } from '../../platform/database/entity-columns';
import { ItemRow } from './item.entity';

/**
 * The ballot box of a secret vote: one row for each question with a counter for each choice, and nothing for a single vote.
 * One row and not one for each choice: where rows lie in a table tells which of them was written last.
 */
@Entity('council_box')
export class BoxRow {
  @IdColumn()
  @ForeignKey(() => ItemRow)
  itemId!: string;

  @JsonColumn()
  counts!: Tally;
}
