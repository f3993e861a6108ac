import { rm } from 'node:fs/promises';
import { entities } from '../../src/app.entities';
import { recordAuditEvent } from '../../src/features/audit/audit.record';
import type { Config } from '../../src/platform/config/config';
import { Database } from '../../src/platform/database/database';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { FrozenClock } from './frozen-clock';
import { copiedSqlite, dropPostgres, freshPostgres, freshSqlite } from './templates';

/** One fresh, migrated database, shared by the tests of a suite. Ready from `beforeAll` on. */
export class TestDatabase {
  readonly clock = new FrozenClock();
  private opened?: { config: Config; database: Database; unitOfWork: UnitOfWork };
  private readonly closers: (() => Promise<void>)[] = [];

  constructor(readonly engine: 'sqlite' | 'postgres') {}

  /** The settings of an application on this database. */
  get config(): Config {
    return this.ready.config;
  }

  get database(): Database {
    return this.ready.database;
  }

  get unitOfWork(): UnitOfWork {
    return this.ready.unitOfWork;
  }

  /** Runs before the database goes away, last one first. */
  onClose(closer: () => Promise<void>): void {
    this.closers.unshift(closer);
  }

  /** With the rows of another, which goes on living its own life; SQLite only. */
  openCopyOf(other: TestDatabase): Promise<void> {
    return this.open(copiedSqlite(other.config.dataDir));
  }

  async open(folder: Promise<string> = freshSqlite()): Promise<void> {
    const dataDir = await folder;
    const databaseUrl = this.engine === 'postgres' ? await freshPostgres() : undefined;
    const config: Config = {
      dataDir,
      databaseUrl,
      host: '127.0.0.1',
      port: 0,
      logLevel: 'silent',
      maxBodyMb: 1,
      maxUploadMb: 2,
      maxUnitMb: 10,
      mailFrom: 'thidua@so.example',
      maxExports: 20,
      maxKeptMb: 10_000,
      exportsHere: true,
    };
    const database = await Database.open(config, entities);
    this.opened = { config, database, unitOfWork: new UnitOfWork(database, this.clock, recordAuditEvent) };
  }

  async close(): Promise<void> {
    for (const closer of this.closers) await closer();
    const { database, config } = this.ready;
    await database.close();
    if (config.databaseUrl) await dropPostgres(config.databaseUrl);
    await rm(config.dataDir, { recursive: true, force: true });
  }

  private get ready() {
    if (!this.opened) throw new Error('the database is there from beforeAll on');
    return this.opened;
  }
}

/** Runs the suite on a fresh SQLite file and on a fresh database of a real PostgreSQL. */
export function describeOnEachDatabase(name: string, suite: (db: TestDatabase) => void): void {
  describe.each(['sqlite', 'postgres'] as const)(`${name} (%s)`, (engine) => {
    const db = new TestDatabase(engine);
    beforeAll(() => db.open());
    afterAll(() => db.close());
    suite(db);
  });
}
