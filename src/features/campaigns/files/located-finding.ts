import type { Finding } from '../../../domain/finding';
import { message } from '../../../platform/messages/message';

/** A finding together with its place in a file: line and column of a text, or sheet and cell of a workbook. */
export type LocatedFinding = Finding & {
  file: string;
  line?: number;
  col?: number;
  sheet?: string;
  cell?: string;
};

/** `file:line:col code sentence`, `file:sheet!cell code sentence`; in a very large JSON file `file:path code sentence`. */
export function formatFinding(finding: LocatedFinding): string {
  const sentence = message(`finding.${finding.code}`, finding.params);
  const warning = finding.level === 'warning' ? `${message('finding.warning')} ` : '';
  return `${finding.file}${placeOf(finding)} ${finding.code} ${warning}${sentence}`;
}

function placeOf({ line, col, sheet, cell, path }: LocatedFinding): string {
  if (sheet !== undefined) return cell === undefined ? `:${sheet}` : `:${sheet}!${cell}`;
  if (line !== undefined) return `:${line}:${col ?? 1}`;
  return path.length > 0 ? `:${path.join('/')}` : ':1:1';
}

/** In reading order; what stands nowhere comes first. */
export function byPosition(a: LocatedFinding, b: LocatedFinding): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.col ?? 0) - (b.col ?? 0);
}

/** A finding about a file as a whole. */
export function fileFinding(file: string, code: string, params: Finding['params'] = {}): LocatedFinding {
  return { level: 'error', code, path: [], params, file };
}
