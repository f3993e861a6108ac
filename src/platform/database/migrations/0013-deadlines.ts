import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { byteOrder } from '../byte-order';
import { day, id, instant, integer, ref, text, varchar } from '../table-columns';
import { references } from '../table-keys';
import { appendOnly } from '../triggers';

/** Deadlines of a phase, and what the office allows after them. */
export class Deadlines0000000000013 implements MigrationInterface {
  readonly name = 'Deadlines0000000000013';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [phaseDeadline, deadlineOverride]) {
      await runner.createTable(table);
      await byteOrder(runner, table.name);
    }
    await appendOnly(runner, 'deadline_override');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(deadlineOverride);
    await runner.dropTable(phaseDeadline);
  }
}

const optional = { isNullable: true };

const phaseDeadline = new Table({
  name: 'phase_deadline',
  columns: [
    id(),
    ref('phaseId'),
    varchar('kind', 12),
    day('day', optional),
    integer('workingDays', optional),
    day('countedFrom', optional),
    varchar('basis', 8),
    text('source'),
    integer('version'),
    varchar('by', 200),
    instant('at'),
  ],
  uniques: [{ name: 'uq_phase_deadline_kind', columnNames: ['phaseId', 'kind'] }],
  foreignKeys: [references('phaseId', 'phase')],
});

const deadlineOverride = new Table({
  name: 'deadline_override',
  columns: [
    id(),
    ref('phaseId'),
    integer('ordinal'),
    varchar('kind', 12),
    ref('unitId'),
    ref('nominationId', optional),
    day('until', optional),
    text('reason'),
    ref('byId'),
    varchar('by', 200),
    instant('at'),
  ],
  uniques: [{ name: 'uq_deadline_override_ordinal', columnNames: ['phaseId', 'ordinal'] }],
  foreignKeys: [
    references('phaseId', 'phase'),
    references('unitId', 'unit'),
    references('nominationId', 'nomination'),
  ],
});
