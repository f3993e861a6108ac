import { type MigrationInterface, type QueryRunner, TableUnique } from 'typeorm';
import { freeInitials } from '../../text/initials';
import { addFilled } from '../add-filled';
import { byteOrder } from '../byte-order';
import { varchar } from '../table-columns';

/** Every unit has letters of its own by which its codes begin: no code tells a unit of another's. */
export class UnitCodes0000000000020 implements MigrationInterface {
  readonly name = 'UnitCodes0000000000020';

  async up(runner: QueryRunner): Promise<void> {
    await addFilled(runner, 'unit', varchar('prefix', 20), `''`);
    await fillPrefixes(runner);
    await runner.createUniqueConstraint('unit', onePrefix);
    await byteOrder(runner, 'unit');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropUniqueConstraint('unit', onePrefix);
    await runner.dropColumn('unit', 'prefix');
    await byteOrder(runner, 'unit');
  }
}

const onePrefix = new TableUnique({ name: 'uq_unit_prefix', columnNames: ['prefix'] });

/** Letters by which a code begins already are nobody's. */
async function fillPrefixes({ manager }: QueryRunner): Promise<void> {
  const begun = await manager.sql<{ code: string }[]>`
    SELECT "code" FROM "nomination" WHERE "code" LIKE ${'%.%'}`;
  const taken = new Set(begun.map(({ code }) => code.slice(0, code.indexOf('.'))));
  const units = await manager.sql<{ id: string; name: string }[]>`
    SELECT "id", "name" FROM "unit" ORDER BY "createdAt", "id"`;
  for (const { id, name } of units) {
    const prefix = freeInitials(name, taken);
    taken.add(prefix);
    await manager.sql`UPDATE "unit" SET "prefix" = ${prefix} WHERE "id" = ${id}`;
  }
}
