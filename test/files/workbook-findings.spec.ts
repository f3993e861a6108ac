import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { Workbook } from '@cj-tech-master/excelts';
import { formatFinding } from '../../src/features/campaigns/files/located-finding';
import { loadRound } from '../../src/features/nominations/files/load-round';
import { writeRound } from '../support/write-round';
import type { Round } from '../../src/domain/nomination';
import { richWorld } from './rich-world';

const { campaign, round } = richWorld();
// The library that changes the workbooks here would itself spoil this text; the round trip proves ours does not.
round.nominations.forEach(({ evidence }) =>
  evidence.forEach((row) => (row.title = row.title.replaceAll('_x', 'x'))),
);
const SET = 'Tập thể đơn vị phòng, ban, trun';
let folder: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thidua-'));
  path = join(folder, 'round.xlsx');
});
afterAll(() => rm(folder, { recursive: true }));

async function after(change: (workbook: Workbook) => void): Promise<{ round?: Round; lines: string[] }> {
  await writeRound(campaign, round, path);
  const workbook = new Workbook();
  await workbook.xlsx.readFile(path);
  change(workbook);
  await workbook.xlsx.writeFile(path);
  const { round: read, findings } = await loadRound(path, campaign);
  return { round: read, lines: findings.map((finding) => formatFinding(finding).slice(path.length + 1)) };
}

function sheet(workbook: Workbook, name: string): ReturnType<Workbook['addWorksheet']> {
  const found = workbook.getWorksheet(name);
  if (!found) throw new Error(`no sheet ${name}: ${workbook.worksheets.map((each) => each.name).join('|')}`);
  return found;
}

const cell = (name: string, address: string, value: unknown) => (workbook: Workbook) => {
  sheet(workbook, name).getCell(address).value = value as string;
};

test.each<[string, string, string, unknown, string]>([
  ['points above the maximum', SET, 'I4', 41, `${SET}!I4 above-max`],
  ['points off the step', SET, 'I4', 18.1, `${SET}!I4 off-step`],
  ['a word for a number', SET, 'I4', 'mười', `${SET}!I4 not-a-number`],
  ['an unknown word in a list', SET, 'H4', 'Chưa rõ', `${SET}!H4 not-one-of`],
  [
    'no name',
    SET,
    'B4',
    null,
    `${SET}!A4 missing-cell dòng này còn trống cột “Tên tập thể, họ tên cá nhân”, hãy điền`,
  ],
  ['a formula of text', SET, 'B4', { formula: 'A1', result: 'x' }, `${SET}!B4 cell-formula`],
  ['an error', SET, 'I4', { error: '#REF!' }, `${SET}!I4 cell-error`],
  ['a day that is none', 'Đợt xét', 'C5', '31/02/2025', 'Đợt xét!C5 not-a-day'],
  ['no day', 'Đợt xét', 'C5', null, 'Đợt xét!C5 empty-cell ô còn trống, hãy điền'],
  ['evidence of an unknown nomination', 'Minh chứng', 'A3', 'TT-99', 'Minh chứng!A3 unknown-nomination'],
  ['evidence of no nomination', 'Minh chứng', 'A3', null, 'Minh chứng!A3 row-without-nomination'],
  ['too many votes', 'Phiếu bầu', 'C3', 9, 'Phiếu bầu!B3 votes-above-members'],
  ['an unknown award', 'Phiếu bầu', 'B3', 'Z', 'Phiếu bầu!B3 ballot-of-unknown-award'],
  ['a vote in halves', 'Phiếu bầu', 'C3', 1.5, 'Phiếu bầu!C3 not-whole'],
])('%s is told with its sheet and cell', async (_, name, address, value, expected) => {
  const { lines } = await after(cell(name, address, value));
  expect(lines).toContainEqual(expect.stringContaining(expected));
  expect(lines.join('\n')).not.toMatch(/\{\w+\}|undefined/);
});

test.each<[string, string, unknown]>([
  ['a number with the noise of a float', 'I4', 18.25 + 1e-12],
  ['a number stored as text', 'I4', '18.25'],
  ['a number typed with a comma', 'I4', ' 18,25 '],
  ['a formula that gives a number', 'I4', { formula: '18+0.25', result: 18.25 }],
  ['rich text', 'F4', { richText: [{ text: '-' }, { text: '1 ' }] }],
  ['a label in another case', 'H4', 'ĐỀ NGHỊ'],
  ['a blank state', 'H4', null],
  ['a boolean for yes', 'U4', true],
  ['the code of an award', 'G4', 'A'],
])('%s is read as meant', async (_, address, value) => {
  const { round: read, lines } = await after(cell(SET, address, value));
  expect(lines.filter((line) => !line.includes('cảnh báo'))).toEqual([]);
  expect(read).toEqual(round);
});

test('a date typed as text, blank rows, a renamed sheet and a sheet of notes change nothing', async () => {
  const { round: read, lines } = await after((workbook) => {
    sheet(workbook, 'Đợt xét').getCell('C5').value = '20/12/2025';
    sheet(workbook, 'Minh chứng').getCell('A90').value = '   ';
    sheet(workbook, SET).name = 'TT';
    workbook.addWorksheet('Ghi chú').getCell('A1').value = 'x';
  });
  expect(read).toEqual(round);
  expect(lines).toContainEqual(expect.stringMatching(/^Ghi chú unknown-sheet cảnh báo/));
});

test('a missing sheet, a missing column and a column of notes are told', async () => {
  const { lines } = await after((workbook) => {
    workbook.removeWorksheet(sheet(workbook, 'Minh chứng').id);
    sheet(workbook, SET).getCell('K1').value = null;
    sheet(workbook, 'Vụ việc').getCell('H2').value = 'Ghi chú';
  });
  expect(lines).toContainEqual(expect.stringMatching(/^Minh chứng missing-sheet/));
  expect(lines).toContainEqual(expect.stringContaining(`${SET} missing-column`));
  expect(lines).toContainEqual(expect.stringMatching(/^Vụ việc!H2 unknown-column cảnh báo/));
});

test('codes of a tie order may stand on one line', async () => {
  const { round: read } = await after(cell('Xử lý bằng điểm', 'C3', 'TT-02; 007'));
  expect(read).toEqual(round);
});

async function refusal(bytes: Uint8Array): Promise<string[]> {
  await writeFile(path, bytes);
  return (await loadRound(path, campaign)).findings.map(({ code }) => code);
}

test('a broken archive, another archive and a foreign workbook are one finding each', async () => {
  const foreign = new Workbook();
  foreign.addWorksheet('A').getCell('A1').value = 1;
  expect(await refusal(Buffer.from('PK\u0003\u0004 rubbish'))).toEqual(['broken-workbook']);
  expect(await refusal(zipOf('a.txt', Buffer.from('x'), 1))).toEqual(['broken-workbook']);
  expect(await refusal(new Uint8Array(await foreign.xlsx.writeBuffer()))).toEqual(['not-a-template']);
});

test('an archive that declares or unfolds to too much is refused before it is unfolded', async () => {
  const zeros = Buffer.alloc(50_000_000);
  expect(await refusal(zipOf('xl/workbook.xml', zeros, 4_000_000_000))).toEqual(['workbook-too-large']);
  expect(await refusal(zipOf('xl/workbook.xml', zeros, 100))).toEqual(['broken-workbook']);
});

test('rules and merges over whole sheets cost nothing', async () => {
  const { round: read } = await after((workbook) => {
    sheet(workbook, SET).dataValidations.add('range:A1:XFD1048576', {
      type: 'whole',
      formulae: [1, 2],
      sqref: 'A1:XFD1048576',
    });
  });
  expect(read).toEqual(round);
});

/** An archive of one file that claims a size of its own choice. */
function zipOf(name: string, content: Buffer, claimed: number): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(claimed, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}

test('a stray cell at the far corner of a sheet costs no walk over all the cells between', async () => {
  const { lines } = await after((workbook) => {
    sheet(workbook, SET).getCell('A1048576').value = 'T-99';
    workbook.addWorksheet('Nháp').getCell('XFD1048576').value = 'x';
  });
  expect(lines.filter((line) => line.includes('A1048576'))).toHaveLength(2);
}, 8_000);

test('a small archive of more tags than the memory holds is refused before it is read', async () => {
  const content = Buffer.alloc(4 * 12_000_000, '<si>');
  await writeFile(path, zipOf('xl/sharedStrings.xml', content, content.length));
  const { findings } = await loadRound(path, campaign);
  expect(findings.map(({ code }) => code)).toEqual(['workbook-too-large']);
}, 20_000);
