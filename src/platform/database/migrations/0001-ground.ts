import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { id, instant, integer, text, varchar } from '../table-columns';
import { appendOnly, refuse } from '../triggers';

/** The audit chain with its head, and the bearer tokens. */
export class Ground0000000000001 implements MigrationInterface {
  readonly name = 'Ground0000000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(auditEvent);
    await appendOnly(runner, 'audit_event');
    await runner.createTable(auditHead);
    await guardHead(runner);
    await runner.createTable(accessToken);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['access_token', 'audit_head', 'audit_event']) await runner.dropTable(table);
  }
}

const auditEvent = new Table({
  name: 'audit_event',
  columns: [
    integer('ordinal', { isPrimary: true }),
    instant('at'),
    varchar('actorId', 36),
    varchar('actorKind', 16),
    varchar('actorName', 200),
    varchar('action', 64),
    varchar('subjectType', 64),
    varchar('subjectId', 200),
    text('before', { isNullable: true }),
    text('after', { isNullable: true }),
    varchar('previous', 64),
    varchar('hash', 64),
  ],
  uniques: [{ name: 'uq_audit_event_hash', columnNames: ['hash'] }],
  indices: [{ name: 'ix_audit_event_subject', columnNames: ['subjectType', 'subjectId'] }],
});

const auditHead = new Table({
  name: 'audit_head',
  columns: [integer('id', { isPrimary: true }), integer('count'), varchar('hash', 64)],
});

const accessToken = new Table({
  name: 'access_token',
  columns: [id(), varchar('name', 200), varchar('sha256', 64), instant('createdAt')],
  uniques: [{ name: 'uq_access_token_sha256', columnNames: ['sha256'] }],
});

/** The head begins at nothing and only ever counts one further. */
async function guardHead(runner: QueryRunner): Promise<void> {
  await runner.query(`INSERT INTO "audit_head" ("id", "count", "hash") VALUES (1, 0, '${'0'.repeat(64)}')`);
  await refuse(runner, 'audit_head', 'INSERT');
  await refuse(runner, 'audit_head', 'DELETE');
  await refuse(runner, 'audit_head', 'UPDATE', 'NEW."count" <> OLD."count" + 1');
}
