import type { Finding, Path } from '../../../domain/finding';
import { hasMessage, message } from '../../../platform/messages/message';
import type { LocatedFinding } from '../../campaigns/files/located-finding';

export interface CellPlace {
  sheet: string;
  cell?: string;
  /** What may be picked there, to be named instead of the words of the files. */
  labels?: string;
}

/** Where each value of a workbook stood, and what was wrong with the workbook itself. */
export class WorkbookFindings {
  readonly list: LocatedFinding[] = [];
  private readonly places = new Map<string, CellPlace>();

  constructor(private readonly file: string) {}

  place(path: Path, place: CellPlace): void {
    const key = keyOf(path);
    if (!this.places.has(key)) this.places.set(key, place);
  }

  add(
    code: string,
    place: CellPlace,
    params: Finding['params'] = {},
    level: Finding['level'] = 'error',
  ): void {
    const { sheet, cell } = place;
    this.list.push({ level, code, path: [], params, file: this.file, sheet, cell });
  }

  /** A finding of the domain at its cell, or at the nearest thing around it. */
  locate(finding: Finding): LocatedFinding {
    const missing =
      finding.code === 'missing-key' &&
      this.places.get(keyOf([...finding.path, String(finding.params['key'])]));
    if (missing) return this.placed({ ...finding, code: 'empty-cell' }, missing, true);
    for (let length = finding.path.length; length > 0; length -= 1) {
      const place = this.places.get(keyOf(finding.path.slice(0, length)));
      if (place) return this.placed(inColumns(finding), place, length === finding.path.length);
    }
    return { ...finding, path: [], file: this.file };
  }

  private placed(finding: Finding, { sheet, cell, labels }: CellPlace, isExact: boolean): LocatedFinding {
    const named = isExact && labels !== undefined && finding.code === 'not-one-of';
    const params = named ? { ...finding.params, allowed: labels } : finding.params;
    return { ...finding, params, file: this.file, sheet, cell };
  }
}

/** A clerk fills columns, and knows nothing of the keys of a file. */
function inColumns(finding: Finding): Finding {
  const header = `sheet.column.${String(finding.params['key'])}`;
  if (finding.code !== 'missing-key' || !hasMessage(header)) return finding;
  return { ...finding, code: 'missing-cell', params: { column: message(header) } };
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}
