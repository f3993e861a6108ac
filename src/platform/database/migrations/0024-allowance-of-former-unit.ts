import { type MigrationInterface, type QueryRunner, TableForeignKey } from 'typeorm';
import { references } from '../table-keys';
import { appendOnly, refuse } from '../triggers';

const TABLE = 'deadline_override';
const ofUnit = new TableForeignKey(references('unitId', 'unit'));

/** What was allowed to a unit stays written under its id, also when it has become part of another (`former_unit`). */
export class AllowanceOfFormerUnit0000000000024 implements MigrationInterface {
  readonly name = 'AllowanceOfFormerUnit0000000000024';

  async up(runner: QueryRunner): Promise<void> {
    const keys = (await runner.getTable(TABLE))?.foreignKeys ?? [];
    await runner.dropForeignKeys(
      TABLE,
      keys.filter(({ columnNames }) => columnNames.includes('unitId')),
    );
    // SQLite makes the table anew for this, without its triggers.
    if (!isPostgres(runner)) await appendOnly(runner, TABLE);
  }

  /** With the key, an allowance of a former unit can only stand under the unit that it is a part of. */
  async down(runner: QueryRunner): Promise<void> {
    const on = isPostgres(runner) ? ` ON "${TABLE}"` : '';
    await runner.query(`DROP TRIGGER "${TABLE}_refuses_update"${on}`);
    await runner.query(`
      UPDATE "${TABLE}" SET "unitId" = (SELECT f."unitId" FROM "former_unit" f WHERE f."id" = "${TABLE}"."unitId")
      WHERE "unitId" IN (SELECT "id" FROM "former_unit")`);
    await runner.createForeignKey(TABLE, ofUnit);
    await (isPostgres(runner) ? refuse(runner, TABLE, 'UPDATE') : appendOnly(runner, TABLE));
  }
}

function isPostgres(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'postgres';
}
