import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { type BundleFinding, findingText } from '../../src/features/dossiers/bundle/bundle-finding';
import { openBundle } from '../../src/features/dossiers/bundle/bundle-reader';
import { exportRound } from '../../src/features/dossiers/bundle/export-round';
import { verifyBundle } from '../../src/features/dossiers/bundle/verify-bundle';
import { PdfRenderer } from '../../src/platform/pdf/pdf-renderer';
import { message } from '../../src/platform/messages/message';
import { ZipReader } from '../../src/platform/zip/zip-reader';
import { type Pdf, pageText, readPdfs, textOf } from '../dossiers/support/pdf';
import { loadCase, scratchFolder } from '../dossiers/support/round';
import { type Sample, samples, sourceOf } from './support/hostile-evidence';
import { hostileRound } from './support/hostile-round';
import { ListeningServer } from './support/listening-server';
import { vectors } from './support/vectors';

const SECRET = 'NOI-DUNG-TEP-BI-MAT';
const MEGABYTE = 1024 * 1024;
/** Of `vectors`: one of each kind. */
const IN_EVERY_TEXT = [
  'an image',
  'a background',
  'a refresh',
  'a prefetch',
  'a frame of a file',
  'a frame in data:',
  'an SVG image and use',
  'a script',
  'a template',
];
const ACTING = ['JS', 'AA', 'OpenAction', 'XFA', 'RichMediaContent', 'Ref', 'OPI', 'FFilter'];
const ACTIONS = ['JavaScript', 'Launch', 'URI', 'GoToR', 'GoToE', 'SubmitForm', 'ImportData', 'Rendition'];

describe('hostile evidence in a dossier', () => {
  let folder: Awaited<ReturnType<typeof scratchFolder>>;
  let server: ListeningServer;
  let all: Sample[];
  let findings: BundleFinding[];
  let words: string[];
  let files: Map<string, Buffer>;
  let pdfs: Map<string, Pdf>;
  /** The one with the evidence. */
  let dossier: Buffer;
  let pdf: Pdf;
  let grown = 0;

  beforeAll(async () => {
    folder = await scratchFolder();
    const secret = join(folder.path, 'secret.txt');
    await writeFile(secret, SECRET);
    server = await ListeningServer.open();
    all = await samples(server.address, secret);
    const byName = vectors(server.address, secret);
    words = Object.values(byName);
    const data = hostileRound(
      await loadCase('hung-yen'),
      IN_EVERY_TEXT.map((name) => byName[name]).join(' '),
    );
    const renderer = await PdfRenderer.open();
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => (grown = Math.max(grown, process.memoryUsage.rss() - before)), 20);
    const target = join(folder.path, 'round.zip');
    ({ findings } = await exportRound({ data, evidence: sourceOf(all, 'TT-01', words), target, renderer }));
    clearInterval(watch);
    await renderer.close();
    files = await unpacked(target);
    const paths = [...files.keys()].filter((path) => path.endsWith('.pdf')).toSorted();
    const at = (path: string) => join(folder.path, path.replaceAll('/', '-'));
    for (const path of paths) await writeFile(at(path), files.get(path) ?? '');
    const read = await readPdfs(paths.map(at));
    pdfs = new Map(paths.map((path, index) => [path, read[index] as Pdf]));
    const own = paths.find((path) => path.endsWith('TT-01/ho-so.pdf')) ?? '';
    [dossier, pdf] = [files.get(own) as Buffer, pdfs.get(own) as Pdf];
  });
  afterAll(async () => {
    await server.close();
    await folder.remove();
  });

  const findingsOf = ({ what }: Sample) =>
    findings.filter(({ params }) => String(params.title).startsWith(`${what} (`));
  const becameOf = (sample: Sample): string => {
    const reason = findingsOf(sample).find(({ code }) => code === 'not-merged')?.params.reason;
    if (typeof reason !== 'string') return ['docx', 'xlsx'].includes(sample.type) ? 'attached' : 'pages';
    return sample.becomes.find((code) => code !== 'pages' && sentence(code).test(reason)) ?? reason;
  };

  test('becomes pages or a finding in words, each by itself', () => {
    const became = all.map((sample) => ({ ...sample, code: becameOf(sample) }));
    expect(became.filter(({ code, becomes }) => !becomes.includes(code)).map(short)).toEqual([]);
    for (const finding of findings) expect(findingText(finding)).toMatch(/^Minh chứng “.+” \(tệp /);
  });

  test('is told on a page of its own where it is not merged', () => {
    const pages = pdf.pages.map(pageText);
    for (const sample of all.filter((each) => !['pages', 'attached'].includes(becameOf(each)))) {
      const own = pages.filter(
        (page) => page.includes('MINH CHỨNG KHÔNG GHÉP ĐƯỢC') && page.includes(`${sample.what} (`),
      );
      expect([sample.what, own.length]).toEqual([sample.what, 1]);
      expect(sentence(becameOf(sample)).test(own[0] ?? '')).toBe(true);
    }
  });

  test('tells what it could have done, and does none of it any more', async () => {
    const parts = findings.filter(({ code }) => code === 'active-left').map(({ params }) => params.parts);
    const said = all.flatMap(({ left }) =>
      left ? [left.map((part) => message(`bundle.part.${part}`))] : [],
    );
    expect(parts).toEqual(said.map((words) => words.join(', ')));
    const document = await PDFDocument.load(dossier, { updateMetadata: false });
    expect(doingsOf(document)).toEqual([]);
    expect(
      textsOf(document).filter((text) => text.includes(server.address) || text.includes('secret.txt')),
    ).toEqual([]);
    expect(server.connections).toEqual([]);
  });

  test('carries what people sent as Word under a name that leads nowhere', async () => {
    const document = await PDFDocument.load(dossier, { updateMetadata: false });
    const specifications = dictsOf(document).filter((dict) => dict.has(PDFName.of('EF')));
    const names = specifications.map((dict) => dict.lookup(PDFName.of('UF'), PDFHexString).decodeText());
    expect(names.toSorted()).toEqual([
      'gpj.exe.docx',
      'passwd.xlsx',
      'tep-CON.docx',
      'tep-con.pdf.docx',
      'x.docx',
    ]);
  });

  test('is shown with its words, and with nobody else’s', () => {
    const whole = textOf(pdf);
    for (const { shows = '' } of all) expect(whole).toContain(shows);
    for (const each of pdfs.values()) expect(textOf(each)).not.toMatch(new RegExp(`${SECRET}|REMOTE`));
    expect(pdf.pages.length).toBeGreaterThan(all.length);
  });

  test('has titles that are printed as the words that they are', () => {
    const cover = letters(textOf(pdf));
    expect(words.filter((word) => !cover.includes(letters(word)))).toEqual([]);
  });

  test('stops no other file of the round, and is told in findings.json as on the pages', async () => {
    const told = JSON.parse(String(files.get('findings.json'))) as unknown;
    expect(told).toEqual(findings.map((finding) => ({ ...finding, text: findingText(finding) })));
    expect(findings.filter(({ code }) => code === 'not-made')).toEqual([]);
    const bundle = await openBundle(join(folder.path, 'round.zip'));
    expect((await verifyBundle(bundle)).differences).toEqual([]);
    bundle.close();
    expect([...files.keys()].filter((path) => path.endsWith('/ho-so.pdf'))).toHaveLength(2);
  });

  test('costs the service itself little memory', () => {
    expect(grown).toBeLessThan(400 * MEGABYTE);
  });
});

function short({ what, code }: { what: string; code: string }) {
  return { what, code };
}

/** Links of our own lead to pages of the document; anything else that acts has come from outside. */
function doingsOf(document: PDFDocument): string[] {
  return dictsOf(document).flatMap((dict) => [
    ...ACTING.filter((key) => dict.has(PDFName.of(key)) && !isFontOf(dict, key)),
    ...ACTIONS.filter((action) => dict.get(PDFName.of('S')) === PDFName.of(action)),
  ]);
}

function dictsOf({ context }: PDFDocument): PDFDict[] {
  return context.enumerateIndirectObjects().flatMap(([, object]) => dictsIn(object));
}

/** Resources may be named as they please. */
function isFontOf(dict: PDFDict, key: string): boolean {
  const named = dict.lookup(PDFName.of(key));
  return named instanceof PDFDict && named.get(PDFName.of('Type')) === PDFName.of('Font');
}

function dictsIn(object: PDFObject): PDFDict[] {
  const own = object instanceof PDFRawStream ? object.dict : object;
  if (own instanceof PDFArray) return own.asArray().flatMap(dictsIn);
  return own instanceof PDFDict ? [own, ...own.values().flatMap(dictsIn)] : [];
}

function textsOf(document: PDFDocument): string[] {
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) => (object instanceof PDFRawStream ? object.dict.toString() : object.toString()));
}

function sentence(code: string): RegExp {
  return new RegExp(
    message(`bundle.reason.${code}`)
      .replace(/[.?()]/g, '\\$&')
      .replace(/\{\w+\}/g, '.+'),
  );
}

async function unpacked(path: string): Promise<Map<string, Buffer>> {
  const zip = await ZipReader.open(path);
  const files = new Map<string, Buffer>();
  for (const name of zip.sizes.keys()) files.set(name, await buffer(zip.read(name)));
  zip.close();
  return files;
}

/** Lines break anywhere in a PDF: only the letters count. */
function letters(text: string): string {
  return text.replace(/[\s\u00a0\u2060]+/g, '');
}
