import type { Report, ReportValue } from '../nomination';
import { isMapping, pairs } from './fields';
import { Node, shown } from './node';
import { UNREADABLE, printable, tidy } from './scalars';

const DEEPEST = 8;
const MOST_VALUES = 2000;
/** Of the whole report: four times one of 80 pages. What a unit writes is printed on the service of all. */
const MOST_LETTERS = 1_000_000;

/**
 * Dossier text is free: sections that nobody knows are kept. Numbers stay the text that was written; what is empty
 * ('', null, [], {}) is dropped, so that a blank cell and an empty list are the same report.
 */
export function readReport(node: Node): Report {
  const room = { left: MOST_VALUES, letters: MOST_LETTERS };
  if (!isMapping(node.value)) node.error('not-a-mapping', { found: shown(node.value) });
  const report = isMapping(node.value) ? mapping(node, room, DEEPEST) : {};
  if (room.left < 0) node.error('report-too-large', { most: MOST_VALUES });
  if (room.letters < 0) node.error('report-too-long', { most: MOST_LETTERS });
  return report;
}

interface Room {
  left: number;
  letters: number;
}

function mapping(node: Node, room: Room, depth: number): Record<string, ReportValue> {
  const sections: Record<string, ReportValue> = {};
  for (const [key, value] of pairs(node)) {
    if (room.left < 0) break;
    const name = tidy(key);
    if (name === '' || Object.hasOwn(Object.prototype, name))
      value.error('reserved-code', { code: shown(name) });
    else if (printable(value, name, 100) !== UNREADABLE) assign(sections, name, read(value, room, depth - 1));
  }
  return sections;
}

function assign(sections: Record<string, ReportValue>, name: string, value: ReportValue | undefined): void {
  if (value !== undefined) sections[name] = value;
}

function list(node: Node, values: unknown[], room: Room, depth: number): ReportValue[] {
  const read_: ReportValue[] = [];
  for (const [index, item] of values.entries()) {
    if (room.left < 0) break;
    const value = read(node.child(index, item), room, depth - 1);
    if (value !== undefined) read_.push(value);
  }
  return read_;
}

function read(node: Node, room: Room, depth: number): ReportValue | undefined {
  room.left -= 1;
  const { value } = node;
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'object' && depth <= 0) return tooDeep(node);
  if (Array.isArray(value)) return filled(list(node, value, room, depth));
  if (isMapping(value)) return filled(mapping(node, room, depth));
  return sentence(node, room);
}

function sentence(node: Node, room: Room): string | undefined {
  if (!['string', 'number', 'bigint'].includes(typeof node.value)) {
    node.error('not-text', { found: shown(node.value) });
    return undefined;
  }
  const clean = tidy(String(node.value));
  room.letters -= clean.length;
  return clean === '' ? undefined : printable(node, clean);
}

function tooDeep(node: Node): undefined {
  node.error('report-too-deep', { deepest: DEEPEST });
}

function filled<T extends object>(value: T): T | undefined {
  return Object.keys(value).length > 0 ? value : undefined;
}
