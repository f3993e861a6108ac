import { getHeapStatistics } from 'node:v8';
import type { Finding } from '../../../domain/finding';
import { decodeText } from './decode-text';
import { Locator } from './locate';
import { type LocatedFinding, byPosition, fileFinding } from './located-finding';
import { parseYaml } from './parse-yaml';
import { TextLines } from './text-lines';

export type Read<T> = (plain: unknown) => { findings: Finding[] } & T;
export interface Loaded<T> {
  value?: T;
  findings: LocatedFinding[];
}

const MEGABYTE = 1_000_000;

/** JSON above this is not read as YAML, which keeps places but takes some hundred times longer. */
const LARGE_JSON = 4 * MEGABYTE;

/** A YAML tree takes about 120 times the room of its text: what does not fit is refused, not died of. */
const LARGEST_YAML = getHeapStatistics().heap_size_limit / 150;

/** YAML (and so JSON) bytes through a reader of the domain; every finding gets its line and column. */
export function loadText<T>(bytes: Buffer, file: string, read: Read<T>): Loaded<T> {
  const decoded = decodeText(bytes, file);
  if (decoded.findings) return { findings: decoded.findings };
  const { text } = decoded;
  const json = text.length > LARGE_JSON ? parseJson(text) : undefined;
  if (json !== undefined) return withoutPlaces(read(json), file);
  const most = Math.floor(LARGEST_YAML / MEGABYTE);
  if (text.length > LARGEST_YAML) return { findings: [fileFinding(file, 'yaml-too-large', { most })] };
  return fromYaml(text, file, read);
}

/** undefined for what is no JSON: it may still be YAML. */
function parseJson(text: string): unknown {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function withoutPlaces<T>(value: { findings: Finding[] } & T, file: string): Loaded<T> {
  return { value, findings: value.findings.map((finding) => ({ ...finding, file })) };
}

function fromYaml<T>(text: string, file: string, read: Read<T>): Loaded<T> {
  const lines = new TextLines(text);
  const { plain, findings, root, aliased } = parseYaml(text);
  const form = findings.map(({ offset, ...finding }) => ({ ...finding, file, ...lines.at(offset) }));
  if (plain === undefined || !root) return { findings: form };
  const value = read(plain);
  const locator = new Locator(root, aliased);
  const content = value.findings.map((finding) => ({
    ...finding,
    file,
    ...lines.at(locator.offset(finding)),
  }));
  const all = [...form, ...content].sort(byPosition);
  return form.length > 0 ? { findings: all } : { value, findings: all };
}
