import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/** What the list and the search of nominations ask of the lines that they pass over stands in their index. */
export class ListIndex0000000000022 implements MigrationInterface {
  readonly name = 'ListIndex0000000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('nomination', byName());
    await runner.createIndex('nomination', byName('state', 'stateBefore', 'id'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('nomination', byName('state', 'stateBefore', 'id'));
    await runner.createIndex('nomination', byName());
  }
}

function byName(...more: string[]): TableIndex {
  return new TableIndex({
    name: 'ix_nomination_name',
    columnNames: ['phaseId', 'sortKey', 'code', 'searchKey', ...more],
  });
}
