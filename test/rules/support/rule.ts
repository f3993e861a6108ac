import { TestDatabase } from '../../support/each-database';
import { everythingIn } from './everything';
import type { Heard } from './heard';
import { sentenceOf, statusFor } from './sentence';

export const PATHS = ['page', 'api', 'bulk', 'import'] as const;
export type Path = (typeof PATHS)[number];

/** One way to do the thing, with what a row has prepared. */
export type Act<W, S> = (world: W, sent: S) => Promise<Heard>;

type Says = `error.${string}` | `finding.${string}`;

/** A rule of the office, every path on which it could be broken, and what the paths do where it is kept. */
export interface Rule<W, S = never> {
  rule: string;
  /** The message of the refusal: `error.<code>`, or `finding.<code>` where it is one finding of several. */
  says: Says;
  /** The refusal that a finding stands under by the API, where that is not `input-refused`. */
  under?: `error.${string}`;
  /** The finding of a list that is taken in, where that is another. */
  inList?: Says;
  /** Whether the form has a field for what is not there: then it comes back, and no page is missing. */
  isTyped?: true;
  /** What the page says in place of it, where it can say more. */
  onPage?: `${string}.${string}`;
  /**
   * The id of the control of the form beside which the page says it, `*` for the id of a row in it; without one the page says
   * it above the form, or in place of it.
   */
  beside?: string;
  /** Prepares one breach; gives what is sent. */
  broken: (world: W, path: Path) => Promise<S> | S;
  /** Mends what was wrong, or prepares another; gives what is sent then. */
  kept: (world: W, sent: S, path: Path) => Promise<S> | S;
  /** How it is done on each path; a text says why a path has no such act. */
  paths: Readonly<Record<Path, Act<W, S> | string>>;
  /** What stands there afterwards, read anew. */
  effect: (world: W, sent: S, path: Path) => Promise<unknown>;
  written: unknown;
}

/** A row with its own kind of thing to send. */
export function rule<W, S>(row: Rule<W, S>): Rule<W> {
  return row as unknown as Rule<W>;
}

export interface World {
  db: TestDatabase;
}

/**
 * On each path: broken, the rule refuses in its own words and nothing is written; kept, the path does it. All of it in one
 * world, on a fresh SQLite database where none is given.
 */
export function holdOnEveryPath<W extends World>(
  rules: readonly Rule<W>[],
  worldOn: (db: TestDatabase) => Promise<W>,
  db: TestDatabase = freshDatabase(),
): void {
  let world: W;
  beforeAll(async () => {
    world = await worldOn(db);
  });
  const rows = rules.flatMap((row) => PATHS.map((path) => [row.rule, path, row] as const));
  const there = rows.filter(([, path, row]) => typeof row.paths[path] === 'function');
  it.each(there)('%s: %s', (_, path, row) => holds(row, path, world));
}

function freshDatabase(): TestDatabase {
  const db = new TestDatabase('sqlite');
  beforeAll(() => db.open());
  afterAll(() => db.close());
  return db;
}

async function holds<W extends World>(row: Rule<W>, path: Path, world: W): Promise<void> {
  const act = row.paths[path] as Act<W, never>;
  const sent = await row.broken(world, path);
  const says = { page: row.onPage, api: undefined, bulk: undefined, import: row.inList }[path] ?? row.says;
  const before = await everythingIn(world.db);
  const { beside, ...refused } = await act(world, sent);
  expect(refused).toEqual({
    status: path === 'page' && row.isTyped ? 422 : statusFor(path === 'page' ? row.says : says, path),
    says: expect.stringMatching(sentenceOf(says)) as string,
    codes: refused.codes && (expect.arrayContaining(codesOf(row, says, path)) as string[]),
  });
  if (path === 'page')
    expect(controlsThatSay(says, beside)).toEqual(row.beside === undefined ? [] : [row.beside]);
  expect(await everythingIn(world.db)).toEqual(before);
  const mended = await row.kept(world, sent, path);
  const done = await act(world, mended);
  expect({ ...done, isDone: done.status < 400 }).toMatchObject({ isDone: true });
  expect(await row.effect(world, mended, path)).toEqual(row.written);
}

/** The controls of the form to which the sentence is tied. */
function controlsThatSay(says: string, beside: Heard['beside'] = {}): string[] {
  const sentence = sentenceOf(says);
  const ids = Object.keys(beside).filter((id) => sentence.test(beside[id] ?? ''));
  return ids.map((id) => id.replace(ROW_ID, '*'));
}

const ROW_ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** A finding never comes alone: a refusal stands above it. */
function codesOf<W>({ under = WRONG_INPUT }: Rule<W>, says: string, path: Path): string[] {
  if (says.startsWith('error.')) return [says];
  return [path === 'api' ? under : WRONG_INPUT, says];
}

const WRONG_INPUT = 'error.input-refused';
