import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Client } from 'pg';
import { entities } from '../../src/app.entities';
import { Database } from '../../src/platform/database/database';
import { SQLITE_FILE } from '../../src/platform/database/sqlite';

const POSTGRES = 'TEST_POSTGRES';
const SQLITE = 'TEST_SQLITE';
const TEMPLATE = 'template_thidua';
let made = 0;

/** Migrates one database of either engine; workers find them through the environment. */
export async function makeTemplates(postgres: string): Promise<void> {
  process.env[POSTGRES] = postgres;
  process.env[SQLITE] = await mkdtemp(join(tmpdir(), 'thidua-sqlite-'));
  await onServer(`CREATE DATABASE ${TEMPLATE}`);
  await migrate({ dataDir: templateDir() });
  await migrate({ dataDir: templateDir(), databaseUrl: `${server()}${TEMPLATE}` });
}

/** A fresh migrated SQLite file in a directory of its own; gives the directory. */
export async function freshSqlite(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'thidua-test-'));
  await cp(join(templateDir(), SQLITE_FILE), join(dataDir, SQLITE_FILE));
  return dataDir;
}

/** A copy of an SQLite file that is at work, rows and all; gives its directory. */
export async function copiedSqlite(dataDir: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'thidua-test-'));
  const source = new BetterSqlite3(join(dataDir, SQLITE_FILE), { readonly: true });
  source.prepare('VACUUM INTO ?').run(join(copy, SQLITE_FILE));
  source.close();
  return copy;
}

/** A fresh migrated PostgreSQL database; gives its URL. */
export function freshPostgres(): Promise<string> {
  return createPostgres(`TEMPLATE ${TEMPLATE}`);
}

/** A PostgreSQL database without any table; gives its URL. */
export function emptyPostgres(): Promise<string> {
  return createPostgres('');
}

async function createPostgres(like: string): Promise<string> {
  made += 1;
  const name = `test_${process.pid}_${made}`;
  await onServer(`CREATE DATABASE ${name} ${like}`);
  return `${server()}${name}`;
}

export async function dropPostgres(url: string): Promise<void> {
  await onServer(`DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
}

export async function removeTemplates(): Promise<void> {
  await rm(templateDir(), { recursive: true, force: true });
}

async function migrate(settings: { dataDir: string; databaseUrl?: string }): Promise<void> {
  const database = await Database.open(settings, entities);
  await database.close();
}

async function onServer(statement: string): Promise<void> {
  const client = new Client(`${server()}postgres`);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function server(): string {
  return fromEnvironment(POSTGRES);
}

function templateDir(): string {
  return fromEnvironment(SQLITE);
}

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the global set-up of the tests has not run`);
  return value;
}
