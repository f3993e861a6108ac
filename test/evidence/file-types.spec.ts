import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileTypeOf } from '../../src/features/evidence/file-type';
import { shownName } from '../../src/features/evidence/shown-name';
import { UnfitFile } from '../../src/features/evidence/unfit-file';
import { both, docm, docx, jpeg, oldOffice, pdf, png, xlsx, zip } from './support/files';

const MB = 1024 * 1024;

describe('what a file is', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'thidua-types-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** The type, or the code of the refusal. */
  async function verdict(content: Buffer | string): Promise<string> {
    const path = join(folder, 'tep');
    await writeFile(path, content);
    return fileTypeOf(path).catch((error: unknown) => {
      if (error instanceof UnfitFile) return error.code;
      throw error;
    });
  }

  it.each([
    ['pdf', pdf()],
    ['pdf', Buffer.concat([pdf(), Buffer.alloc(4_096)])],
    ['png', png()],
    ['jpeg', jpeg()],
    ['docx', docx()],
    ['docx', docx({ name: 'word/media/image1.png', content: png(), stored: true })],
    ['xlsx', xlsx()],
    ['png', png(20_000, 5_000)],
    ['jpeg', jpeg(9_921, 7_016)],
  ])('is %s by its content', async (type, content) => {
    expect(await verdict(content)).toBe(type);
  });

  it.each([
    ['nothing', ''],
    ['text', 'chỉ là chữ'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['HTML before a PDF', Buffer.concat([Buffer.from('<html><script>1</script>'), pdf()])],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a program of Windows', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(5_000)])],
    ['a program of Linux', Buffer.concat([Buffer.from('\u007fELF'), Buffer.alloc(5_000)])],
    ['a script', '#!/bin/sh\nrm -rf /\n'],
    ['a GIF', Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(100)])],
    ['an archive', zip([{ name: 'a.txt', content: 'a' }])],
    ['a program in a Java archive', zip([{ name: 'META-INF/MANIFEST.MF', content: 'Main-Class: X' }])],
    ['an archive that says it is a document', zip([{ name: '[Content_Types].xml', content: '<Types/>' }])],
    ['a shortcut', Buffer.concat([Buffer.from('4c0000000114020000000000c000000000000046', 'hex')])],
  ])('is not taken: %s', async (name, content) => {
    expect(await verdict(content)).toBe(name === 'nothing' ? 'file-empty' : 'file-type-not-allowed');
  });

  it.each([
    ['file-broken', 'a PDF that breaks off', pdf().subarray(0, 30)],
    ['file-broken', 'an archive that breaks off', docx().subarray(0, -30)],
    ['file-broken', 'a photograph that breaks off', jpeg().subarray(0, 200)],
    [
      'file-broken',
      'a part that is no deflated data',
      docx({ name: 'word/a.xml', content: 'x', claimed: 9 }),
    ],
    ['image-too-large', 'a picture of 30,000 × 30,000', png(30_000, 30_000)],
    ['image-too-large', 'a picture of two thousand million points a side', png(2 ** 31, 1)],
    ['image-too-large', 'a photograph of 65,535 × 1', jpeg(65_535, 1)],
    ['image-too-large', 'a photograph of 15,000 × 15,000', jpeg(15_000, 15_000)],
    ['file-broken', 'a picture without points', png(0, 10)],
    ['file-old-office', 'a file of the old Office', oldOffice()],
    ['file-old-office', 'an encrypted part', docx({ name: 'word/a.xml', content: 'x', encrypted: true })],
    ['file-with-macros', 'macros', docm()],
    ['file-with-macros', 'macros that are not declared', xlsx({ name: 'xl/vbaProject.bin', content: 'x' })],
    ['file-type-not-allowed', 'a document that is a workbook too', both()],
  ])('is %s: %s', async (code, _name, content) => {
    expect(await verdict(content)).toBe(code);
  });

  it.each([
    ['declares 300 MB', docx({ name: 'word/a.xml', content: Buffer.alloc(300), claimed: 300 * MB })],
    [
      'hides 40 MB behind a declared kilobyte',
      docx({ name: 'word/a.xml', content: Buffer.alloc(40 * MB), claimed: 1_024 }),
    ],
    [
      'has 11,000 parts',
      zip(Array.from({ length: 11_000 }, (_, at) => ({ name: `word/${at}`, content: '' }))),
    ],
  ])('is a bomb, and costs nothing: it %s', async (_name, content) => {
    const before = process.memoryUsage().rss;
    expect(await verdict(content)).toBe('file-unfolds-too-far');
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * MB);
  });
});

describe('the name of a file', () => {
  it.each([
    ['Báo cáo.pdf', 'Báo cáo.pdf'],
    ['Báo cáo.pdf'.normalize('NFD'), 'Báo cáo.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\An\\bao-cao.PDF', 'bao-cao.PDF'],
    ['a"b\r\nSet-Cookie: x=1.pdf', 'ab Set-Cookie x=1.pdf'],
    ['\u202Efdp.exe', 'fdp.exe.pdf'],
    ['a\u0000.pdf', 'a.pdf'],
    ['a\uFFFF\uFFFE.pdf', 'a.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['...', 'tep.pdf'],
    ['', 'tep.pdf'],
    ['.pdf', 'pdf.pdf'],
    ['CON.pdf', 'tep-CON.pdf'],
    ['nul .tar.pdf', 'tep-nul .tar.pdf'],
    ['lpt1', 'tep-lpt1.pdf'],
    ['Console.pdf', 'Console.pdf'],
    ['chung-nhan.png', 'chung-nhan.png.pdf'],
    [`${'ấ'.repeat(400)}.pdf`, `${'ấ'.repeat(150)}.pdf`],
  ])('%j is shown as %j', (sent, shown) => {
    expect(shownName(sent, 'pdf')).toBe(shown);
  });

  it('keeps either ending of a photograph', () => {
    expect([shownName('a.JPEG', 'jpeg'), shownName('a.jpg', 'jpeg'), shownName('a', 'jpeg')]).toEqual([
      'a.JPEG',
      'a.jpg',
      'a.jpg',
    ]);
  });
});
