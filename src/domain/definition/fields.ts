import { Node, shown } from './node';

type Plain = Record<string, unknown>;

/** A mapping, never a list, a date or another object with a class of its own. */
export function isMapping(value: unknown): value is Plain {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** The keys of one mapping, each read once; keys that nobody knows are errors. */
export class Fields {
  private readonly values: Plain;

  constructor(
    readonly node: Node,
    known: readonly string[],
  ) {
    this.values = mappingOf(node);
    for (const key of Object.keys(this.values)) {
      if (!known.includes(key)) reportUnknown(node, key, known);
    }
  }

  has(key: string): boolean {
    return Object.hasOwn(this.values, key);
  }

  /** The value, or a node without one after the finding `missing-key` or `empty-value`. */
  required(key: string): Node {
    const value = this.value(key);
    if (value === undefined && this.node.value !== undefined && isMapping(this.node.value))
      this.node.error('missing-key', { key });
    return this.filled(key, value);
  }

  /** A wording that only documents show: where it is missing the code stands in for it, with a warning. */
  wording(key: string, code: string, read: (node: Node) => string): string {
    const found = this.blankable(key, read);
    if (found === undefined) this.node.warn('missing-wording', { key, code });
    return found ?? code;
  }

  optional<T>(key: string, read: (node: Node) => T): T | undefined {
    const value = this.value(key);
    return value === undefined ? undefined : read(this.filled(key, value));
  }

  /** As `optional`, but a key without a value is the same as no key: a line left blank in a form. */
  blankable<T>(key: string, read: (node: Node) => T): T | undefined {
    const value = this.value(key);
    return value === undefined || value === null || value === '' ? undefined : read(this.child(key, value));
  }

  /** Every item of an optional list; one that cannot be read keeps its place, so that indices stay true. */
  list<T>(key: string, read: (node: Node) => T): T[] {
    return this.blankable(key, (node) => items(node).map(read)) ?? [];
  }

  /** A list with at least one item. */
  someOf<T>(key: string, read: (node: Node) => T): T[] {
    const node = this.required(key);
    const found = items(node);
    if (Array.isArray(node.value) && found.length === 0) node.error('empty-list', { key });
    return found.map(read);
  }

  private filled(key: string, value: unknown): Node {
    if (value !== null) return this.child(key, value);
    this.child(key, value).error('empty-value', { key });
    return this.child(key, undefined);
  }

  private child(key: string, value: unknown): Node {
    return this.node.child(key, value);
  }

  private value(key: string): unknown {
    return this.has(key) ? this.values[key] : undefined;
  }
}

function reportUnknown(node: Node, key: string, known: readonly string[]): void {
  node.child(key, undefined).error('unknown-key', { key: shown(key), known: known.join(', ') });
}

function mappingOf(node: Node): Plain {
  if (isMapping(node.value)) return node.value;
  if (node.value !== undefined) node.error('not-a-mapping', { found: shown(node.value) });
  return {};
}

/** The items of a list; anything else is reported and has none. */
export function items(node: Node): Node[] {
  if (!Array.isArray(node.value)) {
    if (node.value !== undefined) node.error('not-a-list', { found: shown(node.value) });
    return [];
  }
  return Array.from(node.value, (item: unknown, index) => itemOf(node, item, index));
}

function itemOf(list: Node, item: unknown, index: number): Node {
  if (item !== undefined && item !== null) return list.child(index, item);
  list.child(index, item).error('empty-item', { position: index + 1 });
  return list.child(index, undefined);
}

/** The pairs of a mapping whose keys are codes of other things; keys are in NFC, and two that are one in it are an error. */
export function pairs(node: Node): [code: string, value: Node][] {
  const seen = new Set<string>();
  return Object.entries(mappingOf(node)).map(([key, value]) => {
    const code = key.normalize('NFC');
    const child = node.child(key, value);
    if (seen.has(code)) child.error('duplicate-key', { key: shown(code) });
    seen.add(code);
    return [code, child];
  });
}
