import {
  type MigrationInterface,
  type QueryRunner,
  TableColumn,
  TableForeignKey,
  TableIndex,
  TableUnique,
} from 'typeorm';
import { addFilled } from '../add-filled';
import { byteOrder } from '../byte-order';
import { boolean, day, instant, integer, ref, text, varchar } from '../table-columns';
import { references } from '../table-keys';

/** Decisions of two people, and what may come of them later: refusal, revocation, promotion. */
export class Decisions0000000000011 implements MigrationInterface {
  readonly name = 'Decisions0000000000011';

  async up(runner: QueryRunner): Promise<void> {
    // What one person decided so far waits for the second.
    await addFilled(runner, 'decision', varchar('status', 12), `'proposed'`);
    await addFilled(runner, 'decision', varchar('criteriaSet', 100), POOL);
    await addFilled(runner, 'decision', integer('ordinal'), ORDINAL);
    await addFilled(runner, 'decision', ref('decidedById'), `'system'`);
    await addFilled(runner, 'decision', boolean('isPublic'), 'FALSE');
    for (const column of added) await runner.addColumn('decision', new TableColumn(column));
    await runner.dropUniqueConstraint('decision', oneOfNomination);
    await changePlace(runner, optional);
    await runner.createUniqueConstraint('decision', oneOfPlace);
    await runner.createIndex('decision', ofNomination);
    await byteOrder(runner, 'decision');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM "decision" WHERE "placeId" IS NULL');
    await runner.dropIndex('decision', ofNomination);
    await runner.dropUniqueConstraint('decision', oneOfPlace);
    await changePlace(runner, {});
    await runner.createUniqueConstraint('decision', oneOfNomination);
    const names = [
      'status',
      'criteriaSet',
      'ordinal',
      'decidedById',
      'isPublic',
      ...added.map(({ name }) => name),
    ];
    await runner.dropColumns('decision', names);
    await byteOrder(runner, 'decision');
  }
}

const POOL = '(SELECT n."criteriaSet" FROM "nomination" n WHERE n."id" = "nominationId")';
const ORDINAL = '(SELECT p."ordinal" FROM "place" p WHERE p."id" = "placeId")';

const optional = { isNullable: true };

const added = [
  ref('confirmedById', optional),
  varchar('confirmedBy', 200, optional),
  instant('confirmedAt', optional),
  day('endedOn', optional),
  varchar('endDocument', 300, optional),
  text('endReason', optional),
  ref('endedById', optional),
  varchar('endedBy', 200, optional),
  instant('endedAt', optional),
  ref('replacedById', optional),
];

/** A nomination refused for one award may later have another: that it holds one at a time is what its place says. */
const oneOfNomination = new TableUnique({ name: 'uq_decision_nomination', columnNames: ['nominationId'] });
const oneOfPlace = new TableUnique({ name: 'uq_decision_place', columnNames: ['placeId'] });
const ofNomination = new TableIndex({ name: 'ix_decision_nomination', columnNames: ['nominationId'] });

/** PostgreSQL loses the foreign key of a column that is changed. */
async function changePlace(runner: QueryRunner, options: { isNullable?: boolean }): Promise<void> {
  const table = await runner.getTable('decision');
  const keys = table?.foreignKeys.filter(({ columnNames }) => columnNames.includes('placeId')) ?? [];
  await runner.dropForeignKeys('decision', keys);
  await runner.changeColumn('decision', 'placeId', new TableColumn(ref('placeId', options)));
  await runner.createForeignKey('decision', new TableForeignKey(references('placeId', 'place')));
}
