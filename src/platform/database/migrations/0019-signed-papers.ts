import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { byteOrder } from '../byte-order';
import { id, instant, integer, json, ref, varchar } from '../table-columns';
import { references } from '../table-keys';

/** Papers as they came back signed. */
export class SignedPapers0000000000019 implements MigrationInterface {
  readonly name = 'SignedPapers0000000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(signedPaper);
    await byteOrder(runner, signedPaper.name);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(signedPaper);
  }
}

const signedPaper = new Table({
  name: 'signed_paper',
  columns: [
    id(),
    ref('phaseId'),
    varchar('kind', 20),
    varchar('subject', 100),
    integer('ordinal'),
    varchar('sha256', 64),
    integer('bytes'),
    varchar('name', 400),
    varchar('form', 7),
    json('signatures'),
    varchar('scan', 11),
    varchar('reason', 500, { isNullable: true }),
    ref('uploadedById'),
    varchar('uploadedBy', 200),
    instant('uploadedAt'),
  ],
  uniques: [{ name: 'uq_signed_paper', columnNames: ['phaseId', 'kind', 'subject', 'ordinal'] }],
  indices: [{ name: 'ix_signed_paper_sha256', columnNames: ['sha256'] }],
  foreignKeys: [references('phaseId', 'phase')],
});
