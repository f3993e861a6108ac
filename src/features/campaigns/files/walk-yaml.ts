import {
  type Alias,
  type Node,
  type Pair,
  type ParsedNode,
  Scalar,
  YAMLMap,
  YAMLSeq,
  isAlias,
  isMap,
  isScalar,
  isSeq,
} from 'yaml';
import { type TextFinding, textFinding } from './text-finding';

export interface PlainYaml {
  /** undefined when the text could not be read at all. */
  plain: unknown;
  findings: TextFinding[];
  /** The node that an alias stands for, to find the place of what it brought in. */
  aliased: Map<Alias, Node>;
  root?: Node;
}

/** What a node became, and how many values that is with all its aliases spelled out. */
interface Walked {
  plain: unknown;
  size: number;
}

/**
 * Plain values of a YAML tree: plain scalars that look like numbers stay the text that was written (`01`, `18.50`), keys
 * are texts in NFC, an alias is the same value again. A file may say with aliases a good deal more than it holds, but a
 * few lines that would unfold to billions of values are refused.
 */
export function walkYaml(root: Node): PlainYaml {
  const walk = new Walk();
  const { plain, size } = walk.visit(root);
  if (size > 100_000 + 50 * walk.nodes) walk.findings.push(textFinding('yaml-alias-bomb', walk.firstAlias));
  const refused = walk.findings.some(({ code }) => code === 'yaml-alias-bomb');
  return { plain: refused ? undefined : plain, findings: walk.findings, aliased: walk.aliased, root };
}

class Walk {
  readonly findings: TextFinding[] = [];
  readonly aliased = new Map<Alias, Node>();
  nodes = 0;
  firstAlias = 0;
  private readonly anchors = new Map<string, Node>();
  private readonly done = new Map<Node, Walked>();

  visit(node: Node | null | undefined): Walked {
    this.nodes += 1;
    if (isAlias(node)) return this.alias(node);
    if (node && 'anchor' in node && node.anchor !== undefined) return this.anchored(node, node.anchor);
    return this.value(node);
  }

  private anchored(node: Node, anchor: string): Walked {
    this.anchors.set(anchor, node);
    const walked = this.value(node);
    this.done.set(node, walked);
    return walked;
  }

  private alias(alias: Alias): Walked {
    if (this.aliased.size === 0) this.firstAlias = offsetOf(alias);
    const target = this.anchors.get(alias.source);
    const walked = target && this.done.get(target);
    if (target && walked) this.aliased.set(alias, target);
    else this.refuse('yaml-alias', alias, { name: alias.source });
    return walked ?? { plain: undefined, size: 1 };
  }

  private value(node: Node | null | undefined): Walked {
    if (isMap(node)) return this.mapping(node);
    if (isSeq(node)) return this.list(node);
    return { plain: isScalar(node) ? scalarOf(node) : null, size: 1 };
  }

  private list(node: YAMLSeq): Walked {
    const items = node.items.map((item) => this.visit(item as Node));
    return { plain: items.map(({ plain }) => plain), size: sum(items) };
  }

  private mapping(node: YAMLMap): Walked {
    const plain = Object.create(null) as Record<string, unknown>;
    const values = node.items.map((pair) => this.pair(pair as Pair<ParsedNode, ParsedNode | null>, plain));
    return { plain, size: sum(values) };
  }

  private pair({ key, value }: Pair<ParsedNode, ParsedNode | null>, plain: Record<string, unknown>): Walked {
    const name = keyText(key);
    const walked = this.visit(value);
    if (name === undefined) this.refuse('yaml-key', key);
    else if (name in plain) this.refuse('duplicate-key', key, { key: name });
    else plain[name] = walked.plain;
    return walked;
  }

  private refuse(code: string, node: Node, params = {}): void {
    this.findings.push(textFinding(code, offsetOf(node), params));
  }
}

function sum(parts: Walked[]): number {
  return parts.reduce((size, part) => size + part.size, 1);
}

export function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function scalarOf(node: Scalar): unknown {
  if (typeof node.value !== 'number' && typeof node.value !== 'bigint') return node.value;
  return node.source ?? String(node.value);
}

/** Keys are texts whatever they look like: `1`, `yes` and `null` are names here. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  const text = typeof key.value === 'string' ? key.value : (key.source ?? '');
  return text.normalize('NFC');
}
