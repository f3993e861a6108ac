import { canonicalJson } from '../../domain/canonical';
import { isMapping } from '../../domain/definition/fields';
import type { Nomination } from '../../domain/nomination';

interface Difference {
  before: object;
  after: object;
}

/** Fields that are told part by part: the sections of a report, and in each layer of scores the criteria. */
const LEVELS = new Map([
  ['report', 1],
  ['scores', 2],
]);

/** What an edit has changed, before and after: whole fields, and of report and scores the changed parts alone. */
export function difference(before: Nomination, after: Nomination): Difference {
  return between(before, after, (key) => LEVELS.get(key) ?? 0);
}

function between(before: object, after: object, levelsOf: (key: string) => number): Difference {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const changed = [...new Set([...was.keys(), ...is.keys()])]
    .filter((key) => canonicalJson(was.get(key)) !== canonicalJson(is.get(key)))
    .map((key) => ({ key, ...within(was.get(key), is.get(key), levelsOf(key)) }));
  return {
    before: Object.fromEntries(changed.map((each) => [each.key, each.before])),
    after: Object.fromEntries(changed.map((each) => [each.key, each.after])),
  };
}

function within(before: unknown, after: unknown, levels: number): { before: unknown; after: unknown } {
  if (levels === 0 || !isMapping(before) || !isMapping(after)) return { before, after };
  return between(before, after, () => levels - 1);
}
