import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { byteOrder } from '../byte-order';
import { id, instant, integer, json, ref, varchar } from '../table-columns';
import { references } from '../table-keys';

/** Exports of dossiers: what was asked for, who has it in hand, how far it is, how it ended. */
export class Exports0000000000018 implements MigrationInterface {
  readonly name = 'Exports0000000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(job);
    await byteOrder(runner, job.name);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(job);
  }
}

const optional = { isNullable: true };

const job = new Table({
  name: 'export_job',
  columns: [
    id(),
    ref('phaseId'),
    varchar('kind', 20),
    json('choice'),
    integer('inputVersion'),
    varchar('state', 20),
    integer('done'),
    integer('total', optional),
    json('findings'),
    integer('attempts'),
    json('error', optional),
    varchar('sha256', 64, optional),
    integer('kilobytes', optional),
    varchar('createdBy', 200),
    instant('createdAt'),
    instant('nextAt'),
    varchar('worker', 120, optional),
    instant('leaseUntil', optional),
    instant('dataAt', optional),
    instant('endedAt', optional),
    instant('removedAt', optional),
  ],
  indices: [
    { name: 'ix_export_job_next', columnNames: ['state', 'createdAt', 'id'] },
    { name: 'ix_export_job_phase', columnNames: ['phaseId', 'createdAt', 'id'] },
  ],
  foreignKeys: [references('phaseId', 'phase')],
});
