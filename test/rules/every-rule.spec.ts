import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ACCEPTANCE } from './rows/acceptance';
import { ACCOUNTS, UNITS } from './rows/accounts';
import { BESIDE } from './rows/beside';
import { MEETINGS, SHEETS } from './rows/council';
import { DECISIONS, UNIT_CAP } from './rows/decisions';
import { EDITS } from './rows/edits';
import { ELSEWHERE } from './rows/elsewhere';
import { CLOSINGS, ENDS } from './rows/ends';
import { ENTRY } from './rows/entry';
import { EVIDENCE } from './rows/evidence';
import { EXPORTS } from './rows/exports';
import { DEADLINES } from './rows/late';
import { PLACES } from './rows/places';
import { AMENDMENTS, PLANS } from './rows/plans';
import { RUN_OFFS } from './rows/run-offs';
import { SIGNED_PAPERS } from './rows/signed-papers';
import { ENDED, SITTINGS } from './rows/sittings';
import { VOTES } from './rows/votes';
import { WAY } from './rows/way';
import { PATHS } from './support/rule';
import { REFUSALS } from './support/sentence';

const TABLE = [
  ...[
    WAY,
    ENTRY,
    ACCEPTANCE,
    EDITS,
    DEADLINES,
    BESIDE,
    EVIDENCE,
    PLANS,
    AMENDMENTS,
    ACCOUNTS,
    UNITS,
    EXPORTS,
    SIGNED_PAPERS,
  ].flat(),
  ...[SHEETS, MEETINGS, VOTES, ENDED, SITTINGS, RUN_OFFS].flat(),
  ...[DECISIONS, [UNIT_CAP], ENDS, CLOSINGS, PLACES].flat(),
];

const inTable = new Set<string>(TABLE.map(({ says }) => says));
const elsewhere = Object.values(ELSEWHERE).flatMap((codes) =>
  codes.split(/\s+/).map((code) => `error.${code}`),
);

describe('the table of rules', () => {
  it('holds every refusal that the program can say, or says why not', () => {
    const known = new Set([...inTable, ...elsewhere]);
    expect(REFUSALS.filter((key) => !known.has(key))).toEqual([]);
  });

  it('excuses no refusal that it holds, that there is not, or twice', () => {
    expect(elsewhere.filter((key) => inTable.has(key) || !REFUSALS.includes(key))).toEqual([]);
    expect(elsewhere.filter((key, at) => elsewhere.indexOf(key) !== at)).toEqual([]);
  });

  it('names tests that there are', () => {
    const named = Object.keys(ELSEWHERE).flatMap((why) => why.match(/test\/[\w./-]+/g) ?? []);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(join(__dirname, '../..', path)))).toEqual([]);
  });

  it('says of every rule what each path does, or why it has no such act', () => {
    const silent = TABLE.flatMap(({ rule, paths }) =>
      PATHS.filter((path) => typeof paths[path] !== 'function' && String(paths[path]).length < 10).map(
        (path) => `${rule}: ${path}`,
      ),
    );
    expect(silent).toEqual([]);
  });

  it('has one name for each rule, and no rule that no path could break', () => {
    const names = TABLE.map(({ rule, says }) => `${rule} (${says})`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(TABLE.filter(({ paths }) => PATHS.every((path) => typeof paths[path] !== 'function'))).toEqual([]);
  });
});
