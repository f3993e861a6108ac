import { type Alias, type Node, type Pair, isAlias, isMap, isSeq } from 'yaml';
import type { Finding } from '../../../domain/finding';
import { keyText, offsetOf } from './walk-yaml';

/** Findings that speak of a key itself; all others speak of the value. */
const OF_THE_KEY = new Set([
  'unknown-key',
  'entry-of-unknown-criterion',
  'ballot-of-unknown-award',
  'unknown-participants',
  'council-gate',
  'empty-value',
]);

/** Finds the place of a finding in a YAML tree: that of the value, the key, or else of the nearest thing around it. */
export class Locator {
  private readonly pairs = new WeakMap<object, Map<string, Pair<Node, Node | null>>>();

  constructor(
    private readonly root: Node,
    private readonly aliased: Map<Alias, Node>,
  ) {}

  offset({ path, code }: Finding): number {
    let node = this.root;
    let place = offsetOf(node);
    for (const [depth, step] of path.entries()) {
      const { key, value } = this.below(node, step);
      const isLast = depth === path.length - 1;
      place = placeOf(key, value, isLast && OF_THE_KEY.has(code)) ?? place;
      if (!value) break;
      node = value;
    }
    return place;
  }

  private below(node: Node, step: string | number): { key?: Node; value?: Node | null } {
    const target = isAlias(node) ? this.aliased.get(node) : node;
    if (isMap(target)) return this.pairsOf(target).get(String(step)) ?? {};
    return isSeq(target) && typeof step === 'number' ? { value: target.items[step] as Node | undefined } : {};
  }

  private pairsOf(map: { items: Pair[] }): Map<string, Pair<Node, Node | null>> {
    const known = this.pairs.get(map);
    if (known) return known;
    const pairs = new Map<string, Pair<Node, Node | null>>();
    for (const pair of map.items as Pair<Node, Node | null>[]) {
      const name = keyText(pair.key);
      if (name !== undefined && !pairs.has(name)) pairs.set(name, pair);
    }
    this.pairs.set(map, pairs);
    return pairs;
  }
}

function placeOf(
  key: Node | undefined,
  value: Node | null | undefined,
  ofTheKey: boolean,
): number | undefined {
  const node = ofTheKey ? (key ?? value) : (value ?? key);
  return node ? offsetOf(node) : undefined;
}
