import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/** The list of nominations reads the states of the lines that it passes over from its index, not from the lines. */
export class ListIndex0000000000022 implements MigrationInterface {
  readonly name = 'ListIndex0000000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('nomination', byName());
    await runner.createIndex('nomination', byName('state', 'stateBefore'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('nomination', byName('state', 'stateBefore'));
    await runner.createIndex('nomination', byName());
  }
}

function byName(...states: string[]): TableIndex {
  return new TableIndex({
    name: 'ix_nomination_name',
    columnNames: ['phaseId', 'sortKey', 'code', 'searchKey', ...states],
  });
}
