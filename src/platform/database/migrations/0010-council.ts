import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { byteOrder } from '../byte-order';
import { id, instant, integer, json, ref, text, varchar } from '../table-columns';
import { references } from '../table-keys';
import { appendOnly, refuse } from '../triggers';

/** Sessions of the council, their agenda and their ballots. */
export class Council0000000000010 implements MigrationInterface {
  readonly name = 'Council0000000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) {
      await runner.createTable(table);
      await byteOrder(runner, table.name);
    }
    await appendOnly(runner, 'council_roll');
    await refuse(runner, 'council_opinion', 'UPDATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await runner.dropTable(table);
  }
}

const optional = { isNullable: true };

const session = new Table({
  name: 'council_session',
  columns: [
    id(),
    ref('phaseId'),
    integer('number'),
    text('title'),
    text('place'),
    instant('startsAt'),
    varchar('state', 7),
    instant('openedAt', optional),
    instant('closedAt', optional),
    integer('version'),
    instant('createdAt'),
  ],
  uniques: [{ name: 'uq_council_session_number', columnNames: ['phaseId', 'number'] }],
  foreignKeys: [references('phaseId', 'phase')],
});

const seat = new Table({
  name: 'council_seat',
  columns: [
    id(),
    ref('sessionId'),
    ref('personId'),
    varchar('name', 200),
    varchar('nameKey', 200),
    varchar('sortKey', 400),
    varchar('role', 9),
    varchar('attendance', 7, optional),
    text('reason', optional),
  ],
  uniques: [
    { name: 'uq_council_seat_person', columnNames: ['sessionId', 'personId'] },
    { name: 'uq_council_seat_name', columnNames: ['sessionId', 'nameKey'] },
  ],
  indices: [{ name: 'ix_council_seat_person', columnNames: ['personId'] }],
  foreignKeys: [references('sessionId', 'council_session'), references('personId', 'person')],
});

const item = new Table({
  name: 'council_item',
  columns: [
    id(),
    ref('sessionId'),
    integer('ordinal'),
    ref('nominationId', optional),
    varchar('award', 100),
    json('tie', optional),
    varchar('method', 7),
    varchar('state', 8),
    text('reason', optional),
    json('result', optional),
  ],
  uniques: [{ name: 'uq_council_item_ordinal', columnNames: ['sessionId', 'ordinal'] }],
  indices: [{ name: 'ix_council_item_nomination', columnNames: ['nominationId'] }],
  foreignKeys: [references('sessionId', 'council_session'), references('nominationId', 'nomination')],
});

const roll = new Table({
  name: 'council_roll',
  columns: [id('itemId'), id('seatId')],
  foreignKeys: [references('itemId', 'council_item'), references('seatId', 'council_seat')],
});

const box = new Table({
  name: 'council_box',
  columns: [id('itemId'), json('counts')],
  foreignKeys: [references('itemId', 'council_item')],
});

const opinion = new Table({
  name: 'council_opinion',
  columns: [id('itemId'), id('seatId'), json('marks'), text('document', optional)],
  foreignKeys: [references('itemId', 'council_item'), references('seatId', 'council_seat')],
});

const tables = [session, seat, item, roll, box, opinion];
