import type { Workbook } from '@cj-tech-master/excelts';
import type { Campaign } from '../../../domain/campaign';
import { readRound } from '../../../domain/definition/read-round';
import type { Finding } from '../../../domain/finding';
import type { Round } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import { type LocatedFinding, fileFinding } from '../../campaigns/files/located-finding';
import { Assembly } from './assemble-round';
import { openWorkbook } from './open-workbook';
import { type Filled, type FoundSheet, fill, findSheets, rowNumbers, rowsIn } from './read-tables';
import { settingPath, settingsOf } from './settings-sheet';
import { type Sheet, sheetsOf } from './sheets';
import { BadArchive } from './unzip';
import { WorkbookFindings } from './workbook-findings';

type ReadRound = (plain: unknown) => { round?: Round; findings: Finding[] };

/** Reads the nominations of a workbook that `writeTemplate` made. Never throws for a file. */
export async function loadWorkbook(
  bytes: Buffer,
  file: string,
  campaign: Campaign,
  read: ReadRound = (plain) => readRound(plain, campaign),
): Promise<{ round?: Round; findings: LocatedFinding[] }> {
  try {
    return roundOf(await openWorkbook(bytes), file, campaign, read);
  } catch (error) {
    if (error instanceof BadArchive) return { findings: [fileFinding(file, error.code)] };
    throw error;
  }
}

function roundOf(
  workbook: Workbook,
  file: string,
  campaign: Campaign,
  read: ReadRound,
): { round?: Round; findings: LocatedFinding[] } {
  const findings = new WorkbookFindings(file);
  const found = findSheets(workbook, findings);
  if (![...found.keys()].some((id) => id === 'round' || id.startsWith('set:')))
    return { findings: [fileFinding(file, 'not-a-template')] };
  const { round, findings: content } = read(assemble(found, campaign, findings));
  const all = [...findings.list, ...content.map((finding) => findings.locate(finding))];
  const isSound = findings.list.every(({ level }) => level === 'warning');
  return { round: isSound ? round : undefined, findings: inBookOrder(all, workbook) };
}

function assemble(found: Map<string, FoundSheet>, campaign: Campaign, findings: WorkbookFindings): unknown {
  const assembly = new Assembly(campaign, findings);
  const settings = found.get('round');
  if (settings) assembly.addSettings(settingsIn(settings, campaign, findings));
  else findings.add('missing-sheet', { sheet: message('sheet.title.round') });
  for (const sheet of expectedSheets(found, campaign)) {
    const there = found.get(sheet.id);
    if (there) addRows(assembly, sheet, there, findings);
    else if (!sheet.id.startsWith('council:')) findings.add('missing-sheet', { sheet: sheet.title });
  }
  for (const [id, { worksheet }] of found)
    if (id !== 'round' && !expectedSheets(found, campaign).some((sheet) => sheet.id === id))
      findings.add('sheet-of-another-campaign', { sheet: worksheet.name }, { id });
  return assembly.plain();
}

/** Council sheets are read where they are, even if this campaign decides by another layer. */
function expectedSheets(found: Map<string, FoundSheet>, campaign: Campaign): Sheet[] {
  const hasCouncil = [...found.keys()].some((id) => id.startsWith('council:'));
  const { scoring } = campaign;
  return sheetsOf(hasCouncil ? { ...campaign, scoring: { ...scoring, official: 'council' } } : campaign);
}

function addRows(assembly: Assembly, sheet: Sheet, there: FoundSheet, findings: WorkbookFindings): void {
  const rows = rowsIn(there, sheet, findings);
  const { id } = sheet;
  if (id.startsWith('set:')) assembly.addNominations(id.slice('set:'.length), rows);
  else if (id.startsWith('council:')) assembly.addCouncilSheets(rows);
  else if (id === 'ties') assembly.addTies(rows);
  else if (id === 'ballots') assembly.addBallots(rows);
  else if (id === 'report') assembly.addReport(rows);
  else assembly.addList(id, rows);
}

const VALUE_COLUMN = 3;

function settingsIn(
  { worksheet }: FoundSheet,
  campaign: Campaign,
  findings: WorkbookFindings,
): Map<string, Filled> {
  const known = new Map(settingsOf(campaign).map((setting) => [setting.key, setting]));
  const values = new Map<string, Filled>();
  for (const at of rowNumbers(worksheet)) {
    const key = worksheet.getCell(at, 1).text.trim();
    const value =
      key === ''
        ? undefined
        : fill(worksheet.getCell(at, VALUE_COLUMN), known.get(key), worksheet.name, findings);
    if (value) values.set(key, value);
    else if (key !== '') findings.place(settingPath(key), { sheet: worksheet.name, cell: `C${at}` });
  }
  return values;
}

/** In the order of sheets, then of rows and columns; what stands nowhere comes first. */
function inBookOrder(findings: LocatedFinding[], workbook: Workbook): LocatedFinding[] {
  const order = new Map(workbook.worksheets.map(({ name }, index) => [name, index + 1]));
  const keyOf = ({ sheet = '', cell = '' }: LocatedFinding): [number, number, string] => {
    const [, column = '', row = '0'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    return [order.get(sheet) ?? 0, Number(row), column.padStart(3)];
  };
  return findings
    .map((finding) => ({ finding, key: keyOf(finding) }))
    .sort(({ key: a }, { key: b }) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : Number(a[2] > b[2])))
    .map(({ finding }) => finding);
}
