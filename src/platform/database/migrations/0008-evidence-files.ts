import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { byteOrder } from '../byte-order';
import { id, instant, integer, ref, varchar } from '../table-columns';
import { references } from '../table-keys';

/** The files of evidence: what they are; their bytes lie in a folder, by their hash. */
export class EvidenceFiles0000000000008 implements MigrationInterface {
  readonly name = 'EvidenceFiles0000000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(evidenceFile);
    await byteOrder(runner, evidenceFile.name);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(evidenceFile);
  }
}

const evidenceFile = new Table({
  name: 'evidence_file',
  columns: [
    id(),
    ref('nominationId'),
    ref('evidenceId'),
    varchar('sha256', 64),
    integer('bytes'),
    varchar('type', 4),
    varchar('name', 400),
    varchar('scan', 11),
    ref('uploadedById'),
    varchar('uploadedBy', 200),
    instant('uploadedAt'),
  ],
  uniques: [{ name: 'uq_evidence_file_evidence', columnNames: ['evidenceId'] }],
  indices: [
    { name: 'ix_evidence_file_nomination', columnNames: ['nominationId'] },
    { name: 'ix_evidence_file_sha256', columnNames: ['sha256'] },
  ],
  foreignKeys: [references('nominationId', 'nomination'), references('evidenceId', 'evidence')],
});
