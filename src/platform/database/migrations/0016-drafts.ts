import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addFilled } from '../add-filled';
import { integer } from '../table-columns';

/** What units are still writing is counted by itself: no proposal is made from it. */
export class Drafts0000000000016 implements MigrationInterface {
  readonly name = 'Drafts0000000000016';

  async up(runner: QueryRunner): Promise<void> {
    await addFilled(runner, 'phase', integer('draftVersion'), '0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('phase', 'draftVersion');
  }
}
