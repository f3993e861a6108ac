import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { day, id, instant, integer, ref, text, varchar } from '../table-columns';
import { references } from '../table-keys';
import { appendOnly } from '../triggers';

/** Places, proposals and decisions. */
export class Awards0000000000004 implements MigrationInterface {
  readonly name = 'Awards0000000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
    await appendOnly(runner, 'proposal');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await runner.dropTable(table);
  }
}

const optional = { isNullable: true };

/** The ordinal cannot pass the capacity, and the capacity is that of the line: no place beyond the quota can exist. */
const place = new Table({
  name: 'place',
  columns: [id(), ref('quotaLineId'), integer('capacity'), integer('ordinal'), ref('nominationId', optional)],
  uniques: [
    { name: 'uq_place_ordinal', columnNames: ['quotaLineId', 'ordinal'] },
    { name: 'uq_place_nomination', columnNames: ['nominationId'] },
  ],
  checks: [{ name: 'ck_place_ordinal', expression: '"ordinal" >= 1 AND "ordinal" <= "capacity"' }],
  foreignKeys: [
    {
      columnNames: ['quotaLineId', 'capacity'],
      referencedTableName: 'quota_line',
      referencedColumnNames: ['id', 'capacity'],
      onUpdate: 'CASCADE',
    },
    references('nominationId', 'nomination'),
  ],
});

const proposal = new Table({
  name: 'proposal',
  columns: [
    id(),
    ref('phaseId'),
    integer('number'),
    varchar('engine', 40),
    text('campaignInput'),
    text('roundInput'),
    varchar('campaignSha256', 64),
    varchar('roundSha256', 64),
    text('result'),
    text('outcomes'),
    integer('inputVersion'),
    varchar('createdBy', 200),
    instant('createdAt'),
  ],
  uniques: [{ name: 'uq_proposal_number', columnNames: ['phaseId', 'number'] }],
  foreignKeys: [references('phaseId', 'phase')],
});

const decision = new Table({
  name: 'decision',
  columns: [
    id(),
    ref('phaseId'),
    ref('proposalId'),
    ref('nominationId'),
    varchar('award', 100),
    ref('placeId'),
    varchar('proposedOutcome', 120),
    text('reason', optional),
    varchar('number', 100, optional),
    day('date', optional),
    varchar('decidedBy', 200),
    instant('decidedAt'),
    varchar('auditHead', 64),
  ],
  uniques: [{ name: 'uq_decision_nomination', columnNames: ['nominationId'] }],
  indices: [{ name: 'ix_decision_phase', columnNames: ['phaseId', 'decidedAt'] }],
  foreignKeys: [
    references('phaseId', 'phase'),
    references('proposalId', 'proposal'),
    references('nominationId', 'nomination'),
    references('placeId', 'place'),
  ],
});

const tables = [place, proposal, decision];
