import type { Finding, Path } from '../finding';

/** Where a value stands, as a chain to the root: the path itself is only built when something is found. */
interface Trail {
  parent?: Trail;
  key: string | number;
}

type Params = Finding['params'];

/** One file may be wrong in a million places; a person reads the first ones. */
const MOST_FINDINGS = 10_000;

/** Gathers what is found, in reading order, so that one wrong value never hides another. */
export class Findings {
  readonly list: Finding[] = [];

  error(code: string, path: Path, params: Params = {}): void {
    this.add({ level: 'error', code, path, params });
  }

  warn(code: string, path: Path, params: Params = {}): void {
    this.add({ level: 'warning', code, path, params });
  }

  get hasErrors(): boolean {
    return this.list.some((finding) => finding.level === 'error');
  }

  private add(finding: Finding): void {
    if (this.list.length < MOST_FINDINGS) this.list.push(finding);
    else if (this.list.length === MOST_FINDINGS) this.list.push(tooMany());
  }
}

function tooMany(): Finding {
  return { level: 'error', code: 'too-many-findings', path: [], params: { count: MOST_FINDINGS } };
}

/**
 * An untyped value together with its place. A `value` of undefined was already reported as missing: the scalar
 * readers pass over it in silence.
 */
export class Node {
  constructor(
    readonly value: unknown,
    readonly findings: Findings,
    readonly trail?: Trail,
  ) {}

  child(key: string | number, value: unknown): Node {
    return new Node(value, this.findings, { parent: this.trail, key });
  }

  /** The path from the root; `below` names something inside this value. */
  path(...below: Path): Path {
    const keys = [...below].reverse();
    for (let trail = this.trail; trail; trail = trail.parent) keys.push(trail.key);
    return keys.reverse();
  }

  error(code: string, params?: Params): void {
    this.findings.error(code, this.path(), params);
  }

  warn(code: string, params?: Params): void {
    this.findings.warn(code, this.path(), params);
  }
}

/** What was found, short enough for a sentence: `[…]` is a list, `{…}` a mapping. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return short(value);
    case 'number':
    case 'bigint':
    case 'boolean':
    case 'symbol':
      return short(value.toString());
    default:
      return value === undefined || value === null ? 'null' : Array.isArray(value) ? '[…]' : '{…}';
  }
}

const LONGEST_SHOWN = 60;

function short(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, ' ');
  const letters = Array.from(line.slice(0, 2 * LONGEST_SHOWN));
  return letters.length > LONGEST_SHOWN ? `${letters.slice(0, LONGEST_SHOWN).join('')}…` : line;
}
