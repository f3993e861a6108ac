import { readFileSync } from 'node:fs';
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
import { OWN_ACCOUNT } from './rows/own-account';
import { PIECES } from './rows/pieces';
import { PLACES } from './rows/places';
import { AMENDMENTS, PLANS } from './rows/plans';
import { RUN_OFFS } from './rows/run-offs';
import { SIGNED_PAPERS } from './rows/signed-papers';
import { ENDED, SITTINGS } from './rows/sittings';
import { CHOSEN } from './rows/chosen';
import { MERGES } from './rows/unit-changes';
import { VOTES } from './rows/votes';
import { WAY } from './rows/way';
import { WORDINGS } from './rows/wordings';
import { PATHS } from './support/rule';
import { REFUSALS, longestPartOf } from './support/sentence';

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
    OWN_ACCOUNT,
    UNITS,
    MERGES,
    PIECES,
    WORDINGS,
    CHOSEN,
    EXPORTS,
    SIGNED_PAPERS,
  ].flat(),
  ...[SHEETS, MEETINGS, VOTES, ENDED, SITTINGS, RUN_OFFS].flat(),
  ...[DECISIONS, [UNIT_CAP], ENDS, CLOSINGS, PLACES].flat(),
];

const inTable = new Set<string>(TABLE.flatMap(({ says, under }) => [says, under ?? 'error.input-refused']));
const elsewhere = ELSEWHERE.flatMap(({ test, codes }) =>
  codes.split(/\s+/).map((code) => ({ test, key: `error.${code}` })),
);

describe('the table of rules', () => {
  it('holds every refusal that the program can say, or says in which test it stands', () => {
    const known = new Set([...inTable, ...elsewhere.map(({ key }) => key)]);
    expect(REFUSALS.filter((key) => !known.has(key))).toEqual([]);
  });

  it('excuses no refusal that it holds, that there is not, or twice', () => {
    const keys = elsewhere.map(({ key }) => key);
    expect(keys.filter((key) => inTable.has(key) || !REFUSALS.includes(key))).toEqual([]);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('excuses a refusal by a test in which it stands, by its code or in its words', () => {
    const texts = new Map(ELSEWHERE.map(({ test }) => [test, textOf(test)]));
    expect(elsewhere.filter(({ test, key }) => !says(texts.get(test) ?? '', key))).toEqual([]);
  });

  it('says of every rule what each path does, or why it has no such act', () => {
    const silent = TABLE.flatMap(({ rule, paths }) =>
      PATHS.filter((path) => typeof paths[path] !== 'function' && String(paths[path]).length < 10).map(
        (path) => `${rule}: ${path}`,
      ),
    );
    expect(silent).toEqual([]);
  });

  it('says of every finding beside which field it stands, but of those that are about no field', () => {
    const onPages = TABLE.filter(
      ({ says, paths }) => says.startsWith('finding') && typeof paths.page === 'function',
    );
    const above = onPages.filter(({ beside }) => beside === undefined).map(({ says }) => says);
    expect(above).toEqual(['finding.unknown-key', 'finding.not-for-council', 'finding.ballot-not-waiting']);
  });

  it('has one name for each rule, and no rule that no path could break', () => {
    const names = TABLE.map(({ rule, says }) => `${rule} (${says})`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(TABLE.filter(({ paths }) => PATHS.every((path) => typeof paths[path] !== 'function'))).toEqual([]);
  });
});

function textOf(test: string): string {
  return readFileSync(join(__dirname, '../..', test), 'utf8');
}

/** A code stands there as a whole text; of a sentence with blanks only what is between them can stand there. */
function says(text: string, key: string): boolean {
  const names = [`'${key}'`, `'${key.slice('error.'.length)}'`, longestPartOf(key)];
  return names.some((name) => text.includes(name));
}
