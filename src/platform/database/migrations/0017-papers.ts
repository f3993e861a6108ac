import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { byteOrder } from '../byte-order';
import { day, id, instant, integer, json, ref, varchar } from '../table-columns';
import { references } from '../table-keys';

/** Number, day and signer of papers, and what an office words otherwise than their forms. */
export class Papers0000000000017 implements MigrationInterface {
  readonly name = 'Papers0000000000017';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [paperIssue, paperWording]) {
      await runner.createTable(table);
      await byteOrder(runner, table.name);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(paperWording);
    await runner.dropTable(paperIssue);
  }
}

const optional = { isNullable: true };

const paperIssue = new Table({
  name: 'paper_issue',
  columns: [
    id(),
    ref('phaseId'),
    varchar('kind', 20),
    varchar('subject', 100),
    varchar('number', 60, optional),
    day('day', optional),
    varchar('authority', 200, optional),
    varchar('signer', 200, optional),
    integer('version'),
    varchar('by', 200),
    instant('at'),
  ],
  uniques: [{ name: 'uq_paper_issue', columnNames: ['phaseId', 'kind', 'subject'] }],
  foreignKeys: [references('phaseId', 'phase')],
});

const paperWording = new Table({
  name: 'paper_wording',
  columns: [
    id(),
    ref('campaignId'),
    varchar('template', 60),
    json('headings'),
    json('grounds', optional),
    integer('version'),
    varchar('by', 200),
    instant('at'),
  ],
  uniques: [{ name: 'uq_paper_wording', columnNames: ['campaignId', 'template'] }],
  foreignKeys: [references('campaignId', 'campaign')],
});
