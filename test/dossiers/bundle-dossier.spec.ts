import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import type { CriteriaSet } from '../../src/domain/campaign';
import type { EvidenceSource } from '../../src/features/dossiers/bundle/evidence-source';
import { dossier } from '../../src/features/dossiers/bundle/make-unit';
import type { BundleTools } from '../../src/features/dossiers/bundle/nomination-bundle';
import { roundUnits } from '../../src/features/dossiers/bundle/round-files';
import { documentCode } from '../../src/features/dossiers/bundle/stamp';
import type { RoundData } from '../../src/features/dossiers/documents/round-documents';
import { pressOf } from '../../src/features/dossiers/printing/press';
import { PdfRenderer } from '../../src/platform/pdf/pdf-renderer';
import { PdfProcesses } from '../../src/platform/pdf/process/pdf-processes';
import { activePdf, digestOf, evidenceWith, lockedPdf, plainPdf, png } from './support/evidence-files';
import { type Pdf, pageText, points, readPdf } from './support/pdf';
import { loadCase, scratchFolder } from './support/round';

let renderer: PdfRenderer;
let processes: PdfProcesses;
let folder: Awaited<ReturnType<typeof scratchFolder>>;
let data: RoundData;
beforeAll(async () => {
  [folder, data, renderer] = [await scratchFolder(), await loadCase('hung-yen'), await PdfRenderer.open()];
  processes = new PdfProcesses(1);
});
afterAll(async () => {
  await processes.close();
  await renderer.close();
  await folder.remove();
});

async function made(evidence: EvidenceSource, cacheDir?: string, called = (set: CriteriaSet) => set) {
  const tools: BundleTools = {
    data,
    evidence,
    processes,
    read: (print) => processes.run('read', print),
    cacheDir,
    press: pressOf(data, renderer, { cacheDir }),
  };
  const unit = roundUnits(data).find(({ kind }) => kind === 'nomination');
  if (unit?.kind !== 'nomination') throw new Error('a round without nominations');
  return dossier(tools, { nomination: unit.nomination, set: called(unit.set), document: unit.document() });
}

/** Made once: a file that is made again has another date inside, and so is another file. */
let evidence: Promise<EvidenceSource> | undefined;
function usual(): Promise<EvidenceSource> {
  evidence ??= gather();
  return evidence;
}

async function gather(): Promise<EvidenceSource> {
  const a4 = { width: 595, height: 842 };
  return evidenceWith(
    [
      {
        title: 'Báo cáo tổng kết',
        type: 'pdf',
        bytes: await plainPdf(a4, { width: 842, height: 595 }),
        criterion: 'b',
      },
      { title: 'Ảnh chụp hội nghị', type: 'png', bytes: png(300, 200), criterion: 'a' },
      { title: 'Tệp có mật khẩu', type: 'pdf', bytes: await lockedPdf('x'), criterion: 'a' },
      { title: 'Tệp có mã lệnh', type: 'pdf', bytes: await activePdf(), criterion: 'b' },
      { title: 'Thuyết minh (lần 2)', type: 'docx', bytes: Buffer.from('PK thuyết minh'), criterion: 'a' },
    ],
    [{ criterion: 'a', title: 'Giấy khen năm 2024', document: '12/QĐ-SKHCN' }],
  );
}

test('a criterion that the plan gives no mark is called by its text, and cut in the line above a page', async () => {
  const piece = {
    title: 'Ảnh chụp hội nghị',
    type: 'png',
    bytes: png(300, 200),
    criterion: 'hieu-qua',
  } as const;
  const { bytes } = await made(evidenceWith([piece]), undefined, (set) => ({
    ...set,
    criteria: set.criteria.map((one) => (one.code === 'a' ? { ...one, code: 'hieu-qua' } : one)),
  }));
  const file = join(folder.path, 'khong-ky-hieu.pdf');
  await writeFile(file, bytes);
  const texts = (await readPdf(file)).pages.map(pageText).join('\n');
  expect(texts).toMatch(/Minh chứng tiêu chí “Thực hiện tốt công tác tham mưu[^”]*”/);
  expect(texts).toMatch(/Tiêu chí “Thực hiện tốt công tác tham mưu[^”…]*…” · TT-\S+ .* · Ảnh chụp hội nghị/);
  expect(texts).not.toContain('hieu-qua');
});

describe('a merged dossier', () => {
  let pdf: Pdf;
  let bytes: Uint8Array;
  let findings: { code: string }[];
  beforeAll(async () => {
    ({ bytes, findings } = await made(await usual()));
    await writeFile(join(folder.path, 'ho-so.pdf'), bytes);
    pdf = await readPdf(join(folder.path, 'ho-so.pdf'));
  });

  test('has title, language, tags, and bookmarks in Vietnamese for everything', () => {
    const { title, language, marked, outline } = pdf;
    expect({ language, marked }).toEqual({ language: 'vi', marked: true });
    expect(title).toMatch(/^Hồ sơ đề nghị khen thưởng TT-/);
    const titles = outline.map(({ title }) => title);
    expect(titles).toEqual(titles.map((each) => each.normalize('NFC')));
    const parts = [
      'Mục lục hồ sơ',
      'BÁO CÁO THÀNH TÍCH',
      'PHIẾU CHẤM ĐIỂM',
      'Ảnh chụp hội nghị',
      'Tệp có mật khẩu',
      'Thuyết minh (lần 2)',
      'Báo cáo tổng kết',
      'Tệp có mã lệnh',
    ];
    expect(titles.filter((each) => parts.includes(each))).toEqual(parts);
  });

  test('says on its cover on which page each thing begins, and it is so', () => {
    const cover = pageText(pdf.pages[0] ?? { width: 0, height: 0, texts: [], boxes: [] });
    const begins = (start: string | RegExp) =>
      pdf.pages.findIndex((page, at) => at > 0 && pageText(page).match(start) !== null) + 1;
    for (const [title, mark] of [
      ['PHIẾU CHẤM ĐIỂM', /PHIẾU CHẤM ĐIỂM/],
      ['Ảnh chụp hội nghị 1 trang', /Tiêu chí a · .* Ảnh chụp hội nghị/],
      ['Tệp có mật khẩu không ghép được', /MINH CHỨNG KHÔNG GHÉP ĐƯỢC.*Tệp có mật khẩu/],
      ['Thuyết minh (lần 2) tệp đính kèm', /TỆP ĐÍNH KÈM/],
      ['Báo cáo tổng kết 2 trang', /Tiêu chí b · .* Báo cáo tổng kết/],
    ] as const)
      expect(cover).toContain(`${title} ${begins(mark)} `);
    expect(cover).toContain('Giấy khen năm 2024 (12/QĐ-SKHCN) kê tên, không có tệp –');
  });

  test('bears code, version, audit head and page on each page, inside the bottom margin', () => {
    pdf.pages.forEach((page, at) => {
      const margin = page.texts.filter(({ y }) => y > page.height - points(20));
      const text = margin.map((each) => each.text).join(' ');
      expect(text).toMatch(/TD-[0-9A-Z]{4}-[0-9A-Z]{4}/);
      expect(text).toContain('Bản 3 · nhật ký 0123456789abcdef');
      expect(text).toContain(`Trang ${at + 1}/${pdf.pages.length}`);
      expect(
        page.texts.filter(
          ({ y, text }) => y > page.height - points(20) && !margin.some((each) => each.text === text),
        ),
      ).toEqual([]);
    });
  });

  test('names criterion, nominee and piece above each page of evidence', () => {
    const headed = pdf.pages.filter(({ texts }) =>
      texts.some(({ text, y }) => y < points(12) && text.startsWith('Tiêu chí')),
    );
    expect(headed.map((page) => page.width > page.height)).toEqual([true, false, true, false]);
  });

  test('carries attachments and no action', async () => {
    const document = await PDFDocument.load(bytes);
    const files = document.catalog.lookup(PDFName.of('AF'), PDFArray).asArray();
    const names = files.map((file) =>
      document.context.lookup(file, PDFDict).lookup(PDFName.of('UF'), PDFHexString),
    );
    expect(names.map((name) => name.decodeText())).toEqual(['Thuyết minh (lần 2).docx']);
    expect(document.getAttachments().map(({ data }) => Buffer.from(data).toString())).toEqual([
      'PK thuyết minh',
    ]);
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).not.toMatch(/\/JavaScript|\/Launch|\/OpenAction|\/AA\b|evil/);
    expect(document.catalog.has(PDFName.of('AcroForm'))).toBe(false);
  });

  test('tells what it lacks', () => {
    expect(findings).toMatchObject([
      {
        code: 'not-merged',
        params: { name: 'Tệp có mật khẩu.pdf', reason: expect.stringContaining('mật khẩu') },
      },
      { code: 'active-left', params: { name: 'Tệp có mã lệnh.pdf' } },
    ]);
  });

  test('is the same every time, and comes from the cache without a browser or a process', async () => {
    const cacheDir = join(folder.path, 'cache');
    expect(digestOf((await made(await usual(), cacheDir)).bytes)).toBe(digestOf(bytes));
    const busy = processes;
    processes = Object.assign(new PdfProcesses(1), { run: () => Promise.reject(new Error('not asked')) });
    try {
      const again = await made(await usual(), cacheDir);
      expect(digestOf(again.bytes)).toBe(digestOf(bytes));
      expect(again.findings).toHaveLength(2);
    } finally {
      processes = busy;
    }
  });
});

test('a file that is gone is named, and stops nothing', async () => {
  const evidence = await usual();
  const gone = { ...evidence, read: () => Promise.reject(new Error('ENOENT')) };
  const { findings } = await made(gone);
  expect(findings.map(({ code }) => code)).toEqual(Array.from({ length: 5 }, () => 'not-merged'));
});

test('codes are of forty bits, without letters that are taken for digits', () => {
  expect(documentCode('0'.repeat(64))).toBe('TD-0000-0000');
  expect(documentCode('f'.repeat(64))).toBe('TD-ZZZZ-ZZZZ');
  expect(documentCode(`0000000021${'0'.repeat(54)}`)).toBe('TD-0000-0011');
});
