import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addFilled } from '../add-filled';
import { byteOrder } from '../byte-order';
import { boolean } from '../table-columns';

/** An export may hold a Word file beside each document. */
export class ExportWord0000000000023 implements MigrationInterface {
  readonly name = 'ExportWord0000000000023';

  async up(runner: QueryRunner): Promise<void> {
    await addFilled(runner, 'export_job', boolean('word'), 'FALSE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('export_job', 'word');
    await byteOrder(runner, 'export_job');
  }
}
