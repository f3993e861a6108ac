import { type MigrationInterface, type QueryRunner, Table, TableForeignKey, TableIndex } from 'typeorm';
import { byteOrder } from '../byte-order';
import { addFilled } from '../add-filled';
import { boolean, id, instant, integer, json, ref, text, varchar } from '../table-columns';
import { references } from '../table-keys';
import { appendOnly } from '../triggers';

/** People with accounts, their sessions and tokens; the way of a nomination and its steps. */
export class Accounts0000000000006 implements MigrationInterface {
  readonly name = 'Accounts0000000000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) {
      await runner.createTable(table);
      await byteOrder(runner, table.name);
    }
    await appendOnly(runner, 'nomination_step');
    await giveTokensAnOwner(runner);
    await addFilled(runner, 'nomination', varchar('origin', 6), `'office'`);
    await addFilled(runner, 'nomination', varchar('stateBefore', 16, optional));
    await addFilled(runner, 'nomination', instant('stateSince'), `"createdAt"`);
    await runner.createIndex('nomination', byState);
    await addFilled(runner, 'phase', instant('concludedAt', optional));
    await addFilled(runner, 'phase', instant('publishedAt', optional));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('phase', ['concludedAt', 'publishedAt']);
    await runner.dropIndex('nomination', byState);
    await runner.dropColumns('nomination', ['origin', 'stateBefore', 'stateSince']);
    await runner.dropForeignKey('access_token', tokenOwner);
    await runner.dropIndex('access_token', tokensOfPerson);
    await runner.dropColumn('access_token', 'personId');
    for (const table of tables.toReversed()) await runner.dropTable(table);
  }
}

const optional = { isNullable: true };

const person = new Table({
  name: 'person',
  columns: [
    id(),
    varchar('username', 100),
    varchar('name', 200),
    varchar('searchKey', 600),
    varchar('sortKey', 400),
    varchar('email', 300, optional),
    text('passwordHash'),
    boolean('mustChangePassword'),
    json('groups'),
    ref('unitId', optional),
    boolean('headsUnit'),
    boolean('demo'),
    instant('disabledAt', optional),
    integer('version'),
    instant('createdAt'),
  ],
  uniques: [{ name: 'uq_person_username', columnNames: ['username'] }],
  indices: [{ name: 'ix_person_sort', columnNames: ['sortKey', 'id'] }],
  foreignKeys: [references('unitId', 'unit')],
});

const loginSession = new Table({
  name: 'login_session',
  columns: [id(), varchar('sha256', 64), ref('personId'), text('data'), instant('expiresAt')],
  uniques: [{ name: 'uq_login_session_sha256', columnNames: ['sha256'] }],
  indices: [{ name: 'ix_login_session_person', columnNames: ['personId'] }],
  foreignKeys: [references('personId', 'person')],
});

const installation = new Table({ name: 'installation', columns: [id(), text('value')] });

const nominationStep = new Table({
  name: 'nomination_step',
  columns: [
    id(),
    ref('nominationId'),
    integer('ordinal'),
    varchar('step', 16),
    varchar('fromState', 16, optional),
    varchar('toState', 16),
    text('reason', optional),
    boolean('late'),
    ref('byId'),
    varchar('by', 200),
    instant('at'),
  ],
  uniques: [{ name: 'uq_nomination_step_ordinal', columnNames: ['nominationId', 'ordinal'] }],
  foreignKeys: [references('nominationId', 'nomination')],
});

const tables = [person, loginSession, installation, nominationStep];

const byState = new TableIndex({
  name: 'ix_nomination_state',
  columnNames: ['phaseId', 'state', 'sortKey', 'code'],
});

const tokenOwner = new TableForeignKey(references('personId', 'person'));
const tokensOfPerson = new TableIndex({ name: 'ix_access_token_person', columnNames: ['personId'] });

/** A token of the time before accounts belongs to nobody, so it opens nothing any more. */
async function giveTokensAnOwner(runner: QueryRunner): Promise<void> {
  await runner.query('DELETE FROM "access_token"');
  await addFilled(runner, 'access_token', ref('personId'));
  await runner.createForeignKey('access_token', tokenOwner);
  await runner.createIndex('access_token', tokensOfPerson);
}
