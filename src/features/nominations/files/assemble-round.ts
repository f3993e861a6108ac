import type { Campaign } from '../../../domain/campaign';
import type { Path } from '../../../domain/finding';
import { sectionPath, REPORT_TABLES } from './report-rows';
import { split } from './round-rows';
import type { Filled, TableRow } from './read-tables';
import { settingPath } from './settings-sheet';
import type { CellPlace, WorkbookFindings } from './workbook-findings';

type PlainRecord = Record<string, unknown>;
const record = (): PlainRecord => Object.create(null) as PlainRecord;

/** Puts the rows of a workbook together to the plain value that a nominations.yaml of the same content gives. */
export class Assembly {
  private readonly nominations: PlainRecord[] = [];
  private readonly byCode = new Map<string, number>();
  private readonly ties: PlainRecord[] = [];
  private settings = record();

  constructor(
    private readonly campaign: Campaign,
    private readonly findings: WorkbookFindings,
  ) {}

  plain(): unknown {
    const { nominations, ties } = this;
    return { schema: 'thidua/nominations@1', ...this.settings, nominations, tieResolutions: ties };
  }

  addSettings(rows: ReadonlyMap<string, Filled>): void {
    const settings = record();
    for (const [key, filled] of rows) {
      const [group = '', name] = settingPath(key);
      if (name === undefined) this.set(settings, [], group, filled);
      else this.set(child(settings, group), [group], name, filled);
    }
    this.settings = settings;
  }

  addNominations(setCode: string, rows: TableRow[]): void {
    const set = this.campaign.criteriaSets.find(({ code }) => code === setCode);
    for (const row of rows) {
      const path = ['nominations', this.nominations.length];
      const nomination: PlainRecord = { subject: set?.subject, audience: set?.audience, scores: record() };
      this.findings.place(path, row.place);
      for (const [key, filled] of row.cells) this.addIdentityOrEntry(nomination, path, key, filled);
      const code = String(row.cells.get('code')?.value ?? '');
      if (!this.byCode.has(code)) this.byCode.set(code, this.nominations.length);
      this.nominations.push(nomination);
    }
  }

  private addIdentityOrEntry(nomination: PlainRecord, path: Path, key: string, filled: Filled): void {
    const [place, criterion] = split(key);
    const [layer = '', part] = place.split('.');
    if (!key.includes(':')) return this.set(nomination, path, key, filled);
    const entries = child(child(nomination, 'scores'), layer);
    const below = [...path, 'scores', layer];
    this.findings.place([...below, criterion], filled.place);
    if (part === undefined || filled.value === 'na') this.set(entries, below, criterion, filled);
    else if (entries[criterion] !== 'na')
      this.set(child(entries, criterion), [...below, criterion], part, filled);
  }

  addCouncilSheets(rows: TableRow[]): void {
    for (const row of rows) {
      const owner = this.ownerOf(row);
      if (!owner) continue;
      const sheets = list(child(owner.nomination, 'scores'), 'council');
      const path = [...owner.path, 'scores', 'council', sheets.length];
      const sheet: PlainRecord = { points: record() };
      this.findings.place(path, row.place);
      for (const [key, filled] of row.cells) {
        const [, criterion] = split(key);
        if (key.includes(':')) this.set(child(sheet, 'points'), [...path, 'points'], criterion, filled);
        else if (key !== 'nomination') this.set(sheet, path, key, filled);
      }
      sheets.push(sheet);
    }
  }

  /** Evidence, matters, earlier awards and the tables of the report: lists of the nomination. */
  addList(key: string, rows: TableRow[]): void {
    for (const row of rows) {
      const owner = this.ownerOf(row);
      if (!owner) continue;
      const isReport = key in REPORT_TABLES;
      const holder = isReport ? child(owner.nomination, 'report') : owner.nomination;
      const items = list(holder, key);
      this.addItem(items, [...owner.path, ...(isReport ? ['report'] : []), key, items.length], row);
    }
  }

  addTies(rows: TableRow[]): void {
    for (const row of rows) {
      const path = ['tieResolutions', this.ties.length];
      const tie = this.addItem(this.ties, path, row);
      if (typeof tie['order'] === 'string') tie['order'] = this.codesIn(tie['order']);
    }
  }

  /** One code a line; on one line commas and semicolons part codes too, unless the whole is a code. */
  private codesIn(cell: string): string[] {
    return cell
      .split('\n')
      .flatMap((line) => (this.byCode.has(line.trim()) ? [line] : line.split(/[,;]/)))
      .map((code) => code.trim())
      .filter((code) => code !== '');
  }

  private addItem(items: unknown[], path: Path, row: TableRow): PlainRecord {
    const item = record();
    this.findings.place(path, row.place);
    for (const [key, filled] of row.cells) if (key !== 'nomination') this.set(item, path, key, filled);
    items.push(item);
    return item;
  }

  addBallots(rows: TableRow[]): void {
    for (const row of rows) {
      const owner = this.ownerOf(row);
      const award = row.cells.get('award');
      if (owner && !award) this.findings.add('row-without-award', row.place);
      if (!owner || !award) continue;
      const ballots = child(owner.nomination, 'ballots');
      const code = String(award.value);
      const path = [...owner.path, 'ballots', code];
      if (code in ballots) this.findings.add('ballot-twice', award.place, { award: code });
      this.findings.place(path, award.place);
      const votes = child(ballots, code);
      for (const key of ['yes', 'no', 'abstain']) {
        const filled = row.cells.get(key);
        if (filled) this.set(votes, path, key, filled);
      }
    }
  }

  addReport(rows: TableRow[]): void {
    for (const row of rows) {
      const owner = this.ownerOf(row);
      const content = row.cells.get('content');
      const path = sectionPath(String(row.cells.get('section')?.value ?? ''));
      if (!owner || !content) continue;
      this.findings.place([...owner.path, 'report', ...(path ?? [])], content.place);
      if (!path || !assign(child(owner.nomination, 'report'), path, content.value))
        this.findings.add('bad-section', row.cells.get('section')?.place ?? row.place);
    }
  }

  private ownerOf(row: TableRow): { nomination: PlainRecord; path: Path } | undefined {
    const named = row.cells.get('nomination');
    const index = this.byCode.get(String(named?.value ?? ''));
    const nomination = index === undefined ? undefined : this.nominations[index];
    if (nomination && index !== undefined) return { nomination, path: ['nominations', index] };
    if (named) this.findings.add('unknown-nomination', named.place, { code: String(named.value) });
    else this.findings.add('row-without-nomination', row.place);
    return undefined;
  }

  private set(holder: PlainRecord, path: Path, key: string, { value, place }: Filled): void {
    holder[key] = value;
    this.place([...path, key], place);
  }

  private place(path: Path, place: CellPlace): void {
    this.findings.place(path, place);
  }
}

function child(holder: PlainRecord, key: string): PlainRecord {
  const there = holder[key];
  if (typeof there === 'object' && there !== null) return there as PlainRecord;
  const made = record();
  holder[key] = made;
  return made;
}

function list(holder: PlainRecord, key: string): unknown[] {
  const there = holder[key];
  if (Array.isArray(there)) return there as unknown[];
  const made: unknown[] = [];
  holder[key] = made;
  return made;
}

/** Sets a text deep in the report; false where another row has put something else in its way. */
function assign(report: PlainRecord, path: (string | number)[], value: unknown): boolean {
  let holder: PlainRecord | unknown[] = report;
  for (const [depth, step] of path.entries()) {
    if (Array.isArray(holder) !== (typeof step === 'number')) return false;
    const next = path[depth + 1];
    const inner: unknown = (holder as PlainRecord)[step];
    if (next === undefined) {
      (holder as PlainRecord)[step] = value;
      return inner === undefined;
    }
    const made = inner ?? (typeof next === 'number' ? [] : record());
    if (typeof made !== 'object' || made === null) return false;
    (holder as PlainRecord)[step] = made;
    holder = made as PlainRecord | unknown[];
  }
  return true;
}
