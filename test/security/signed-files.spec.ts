import { deflateSync } from 'node:zlib';
import { DomainError } from '../../src/domain/domain-error';
import { acceptedFile } from '../../src/features/dossiers/signing/accepted-file';
import { PdfProcesses } from '../../src/platform/pdf/process/pdf-processes';
import { verifySignatures } from '../../src/platform/signing/verify-pdf';
import { hasMessage } from '../../src/platform/messages/message';
import { type Sample, samples } from './support/hostile-evidence';

const MOST_MS = 20_000;
const MEGABYTE = 1024 * 1024;

/** A table that names places up to that number, most of them free, in a few bytes. */
function tableOf(places: number): Buffer {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>'];
  let text = '%PDF-1.5\n';
  const rows = Buffer.alloc(5 * places);
  for (const [at, object] of objects.entries()) {
    rows.writeUInt8(1, 5 * (at + 1));
    rows.writeUInt32BE(text.length, 5 * (at + 1) + 1);
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const packed = deflateSync(rows);
  const head = `<</Type/XRef/W[1 4 0]/Size ${places}/Root 1 0 R/Filter/FlateDecode/Length ${packed.length}>>`;
  return Buffer.concat([
    Buffer.from(`${text}9 0 obj\n${head}\nstream\n`),
    packed,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${text.length}\n%%EOF`),
  ]);
}

/** As many objects as a table may name, each of them the same list of a megabyte. */
function heavyObjects(): Buffer {
  const [count, first] = [100_000, 2_000_000];
  const head = Array.from({ length: count }, (_, at) => `${10 + at} 0`)
    .join(' ')
    .padEnd(first, ' ');
  const packed = deflateSync(Buffer.from(`${head}[${'0 '.repeat(500_000)}]`));
  const catalog = '%PDF-1.5\n1 0 obj\n<</Type/Catalog>>\nendobj\n';
  const holder = `2 0 obj\n<</Type/ObjStm/N ${count}/First ${first}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
  const body = Buffer.concat([Buffer.from(catalog + holder), packed, Buffer.from('\nendstream\nendobj\n')]);
  const rows = Buffer.alloc(5 * (count + 10));
  const put = (number: number, kind: number, place: number) => {
    rows.writeUInt8(kind, 5 * number);
    rows.writeUInt32BE(place, 5 * number + 1);
  };
  put(1, 1, 9);
  put(2, 1, catalog.length);
  for (let at = 0; at < count; at += 1) put(10 + at, 2, 2);
  const table = deflateSync(rows);
  const about = `<</Type/XRef/W[1 4 0]/Size ${count + 10}/Root 1 0 R/Filter/FlateDecode/Length ${table.length}>>`;
  return Buffer.concat([
    body,
    Buffer.from(`3 0 obj\n${about}\nstream\n`),
    table,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${body.length}\n%%EOF`),
  ]);
}

describe('the tables of a PDF that is sent as a signed paper', () => {
  const MOST = 500_000;

  test('may name half a million objects', async () => {
    expect(await verifySignatures(tableOf(MOST))).toEqual({ signatures: [], emptyFields: [] });
  });

  test('may name no object more', async () => {
    await expect(verifySignatures(tableOf(MOST + 1))).rejects.toMatchObject({ part: 'tables' });
  });

  test('may name one heavy object under many numbers: only that which bears the number is read', async () => {
    const object = `5 0 obj\n[${'0 '.repeat(500_000)}]\nendobj\n`;
    const start = '%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n';
    const row = (at: number) => `${String(at).padStart(10, '0')} 00000 n \n`;
    const rows = row(9) + row(start.length).repeat(5_000);
    const table = `xref\n1 5001\n${rows}trailer\n<</Root 1 0 R/Size 5002>>\nstartxref\n`;
    const begun = performance.now();
    const file = Buffer.from(`${start}${object}${table}${start.length + object.length}\n%%EOF`);
    expect(await verifySignatures(file)).toEqual({ signatures: [], emptyFields: [] });
    expect(performance.now() - begun).toBeLessThan(MOST_MS);
  });
});

describe('a PDF whose check has no end', () => {
  const processes = new PdfProcesses(1);
  afterAll(() => processes.close());

  test('is ended in words by the limit, and the next one is looked at', async () => {
    const begun = performance.now();
    await expect(
      acceptedFile(processes, heavyObjects(), { isScan: true, timeoutMs: 2_000 }),
    ).rejects.toMatchObject({
      code: 'signed-paper-too-heavy',
    });
    expect(performance.now() - begun).toBeLessThan(MOST_MS);
    expect(await acceptedFile(processes, tableOf(10), { isScan: true })).toEqual({
      form: 'scan',
      signatures: [],
    });
  });
});

describe('a hostile PDF that is sent as a signed paper', () => {
  const processes = new PdfProcesses(1);
  afterAll(() => processes.close());
  let all: Sample[];
  beforeAll(async () => {
    all = (await samples('http://127.0.0.1:1', '/etc/passwd')).filter(({ type }) => type === 'pdf');
  });

  test.each([
    ['signed', false],
    ['a scan', true],
  ])('and said to be %s, is answered in words, soon, and in little memory', async (_what, isScan) => {
    for (const { what, bytes } of all) {
      const [begun, before] = [performance.now(), process.memoryUsage.rss()];
      const answer = await acceptedFile(processes, bytes, { isScan }).catch((error: unknown) => error);
      const code = answer instanceof DomainError ? answer.code : (answer as { form?: string }).form;
      const isAnswered = code === 'scan' ? isScan : hasMessage(`error.${code}`);
      expect([what, code, isAnswered]).toEqual([what, code, true]);
      expect([what, performance.now() - begun < MOST_MS]).toEqual([what, true]);
      expect([what, process.memoryUsage.rss() - before < 500 * MEGABYTE]).toEqual([what, true]);
    }
  });
});
