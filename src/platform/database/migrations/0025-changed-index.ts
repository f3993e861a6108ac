import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/** Nominations by their last change, for the list that is put in that order. */
export class ChangedIndex0000000000025 implements MigrationInterface {
  readonly name = 'ChangedIndex0000000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('nomination', BY_CHANGE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('nomination', BY_CHANGE);
  }
}

const BY_CHANGE = new TableIndex({
  name: 'ix_nomination_updated',
  columnNames: ['phaseId', 'updatedAt', 'code'],
});
