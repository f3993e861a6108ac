import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { SYSTEM } from '../../src/domain/access';
import { InstallationRow } from '../../src/features/accounts/installation.entity';
import { SQLITE_FILE } from '../../src/platform/database/sqlite';
import { TestDatabase } from '../support/each-database';

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

  it('keeps every commit through a power cut, and its keys', async () => {
    const settings = await db.unitOfWork.run(SYSTEM, async ({ manager }) => [
      await manager.query('PRAGMA journal_mode'),
      await manager.query('PRAGMA synchronous'),
      await manager.query('PRAGMA foreign_keys'),
    ]);
    expect(settings.flat()).toEqual([{ journal_mode: 'wal' }, { synchronous: 2 }, { foreign_keys: 1 }]);
  });
});
