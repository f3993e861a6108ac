import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { SYSTEM } from '../../src/domain/access';
import { entities } from '../../src/app.entities';
import { AccessToken } from '../../src/features/accounts/access-token.entity';
import { InstallationRow } from '../../src/features/accounts/installation.entity';
import { recordAuditEvent } from '../../src/features/audit/audit.record';
import { Database } from '../../src/platform/database/database';
import { migrations } from '../../src/platform/database/migrations';
import { SQLITE_FILE } from '../../src/platform/database/sqlite';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { TestDatabase } from '../support/each-database';
import { FrozenClock } from '../support/frozen-clock';

describe('a SQLite file that another program is writing to', () => {
  const db = new TestDatabase('sqlite');
  beforeAll(() => db.open());
  afterAll(() => db.close());

  it('is waited for, while reading goes on', async () => {
    const other = new Sqlite(join(db.config.dataDir, SQLITE_FILE));
    other.exec('BEGIN IMMEDIATE');
    const row = { id: 'a', value: 'a' };
    const writing = db.unitOfWork.run(SYSTEM, ({ manager }) => manager.insert(InstallationRow, row));
    await wait(300);
    expect(await db.unitOfWork.reader.count(InstallationRow)).toBe(0);
    other.exec('COMMIT');
    other.close();
    await writing;
    expect(await db.unitOfWork.reader.count(InstallationRow)).toBe(1);
  });

  it('is not waited for without end', async () => {
    const other = new Sqlite(join(db.config.dataDir, SQLITE_FILE));
    other.exec('BEGIN IMMEDIATE');
    let looks = 0;
    const hours = jest.spyOn(performance, 'now').mockImplementation(() => 3_600_000 * (looks += 1));
    const row = { id: 'b', value: 'b' };
    const writing = db.unitOfWork.run(SYSTEM, ({ manager }) => manager.insert(InstallationRow, row));
    await expect(writing).rejects.toMatchObject({ code: 'database-busy' });
    hours.mockRestore();
    other.exec('COMMIT');
    other.close();
    expect(await db.unitOfWork.reader.countBy(InstallationRow, { id: 'b' })).toBe(0);
  });

  it('keeps every commit through a power cut, and its keys', async () => {
    const settings = await db.unitOfWork.run(SYSTEM, async ({ manager }) => [
      await manager.query('PRAGMA journal_mode'),
      await manager.query('PRAGMA synchronous'),
      await manager.query('PRAGMA foreign_keys'),
    ]);
    expect(settings.flat()).toEqual([{ journal_mode: 'wal' }, { synchronous: 2 }, { foreign_keys: 1 }]);
  });
});

describe('a new SQLite file that several programs open at once', () => {
  const folder = join(tmpdir(), `thidua-new-${process.pid}`);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('waits for the one that is bringing it up to date', async () => {
    const waiting = join(folder, 'waiting');
    await mkdir(waiting, { recursive: true });
    const other = new Sqlite(join(waiting, SQLITE_FILE));
    other.pragma('journal_mode = WAL');
    other.exec('BEGIN IMMEDIATE');
    const opening = Database.open({ dataDir: waiting }, entities);
    await wait(300);
    other.exec('COMMIT');
    other.close();
    const database = await opening;
    expect(await database.reader.query('SELECT count(*) AS n FROM migrations')).toEqual([
      { n: migrations.length },
    ]);
    await database.close();
  });

  it('is brought up to date once, and every one of them keeps to its keys', async () => {
    const open = () => Database.open({ dataDir: folder }, entities);
    const all = await Promise.all([open(), open(), open()]);
    const works = all.map((each) => new UnitOfWork(each, new FrozenClock(), recordAuditEvent));
    const orphan = { id: 'a', sha256: 'a', personId: 'nobody', name: 'a', createdAt: 'a' };
    for (const work of works)
      await expect(work.run(SYSTEM, ({ manager }) => manager.insert(AccessToken, orphan))).rejects.toThrow(
        'FOREIGN KEY constraint failed',
      );
    const done = await works[0]?.reader.query('SELECT count(*) AS n FROM migrations');
    expect(done).toEqual([{ n: migrations.length }]);
    for (const each of all) await each.close();
  });
});
