import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { byteOrder } from '../byte-order';
import { id, instant, integer, json, ref, text, varchar } from '../table-columns';
import { references } from '../table-keys';

/** What people are told in the application, and by e-mail. */
export class Notices0000000000014 implements MigrationInterface {
  readonly name = 'Notices0000000000014';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) {
      await runner.createTable(table);
      await byteOrder(runner, table.name);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await runner.dropTable(table);
  }
}

const optional = { isNullable: true };

const notice = new Table({
  name: 'notice',
  columns: [
    id(),
    ref('personId'),
    varchar('code', 60),
    json('params'),
    varchar('href', 300),
    instant('createdAt'),
    instant('readAt', optional),
  ],
  indices: [
    { name: 'ix_notice_person', columnNames: ['personId', 'createdAt', 'id'] },
    { name: 'ix_notice_unread', columnNames: ['personId', 'readAt'] },
  ],
  foreignKeys: [references('personId', 'person')],
});

const mail = new Table({
  name: 'mail',
  columns: [
    id(),
    ref('noticeId'),
    varchar('to', 300),
    text('subject'),
    text('text'),
    integer('attempts'),
    instant('createdAt'),
    instant('nextAt', optional),
    instant('claimedAt', optional),
    instant('sentAt', optional),
    instant('failedAt', optional),
    varchar('error', 200, optional),
  ],
  indices: [{ name: 'ix_mail_next', columnNames: ['nextAt', 'id'] }],
  foreignKeys: [references('noticeId', 'notice')],
});

const tables = [notice, mail];
