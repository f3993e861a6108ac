import type { Finding } from '../../../domain/finding';
import { decodeText } from './decode-text';
import { Locator } from './locate';
import { type LocatedFinding, byPosition } from './located-finding';
import { parseYaml } from './parse-yaml';
import { TextLines } from './text-lines';

export type Read<T> = (plain: unknown) => { findings: Finding[] } & T;

/** YAML (and so JSON) bytes through a reader of the domain; every finding gets its line and column. */
export function loadText<T>(
  bytes: Buffer,
  file: string,
  read: Read<T>,
): { value?: T; findings: LocatedFinding[] } {
  const decoded = decodeText(bytes, file);
  if (decoded.findings) return { findings: decoded.findings };
  const lines = new TextLines(decoded.text);
  const { plain, findings, root, aliased } = parseYaml(decoded.text);
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
