import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { RoundData } from '../../src/features/dossiers/documents/round-documents';
import { type PrintDocument, toHtml } from '../../src/features/dossiers/printing/print-document';
import type { SecurityEvent } from '../../src/platform/pdf/guarded-page';
import { PdfRenderer } from '../../src/platform/pdf/pdf-renderer';
import { type Pdf, pageText, readPdfs, textOf } from '../dossiers/support/pdf';
import { loadCase, scratchFolder } from '../dossiers/support/round';
import { everyDocument, hostileRound } from './support/hostile-round';
import { ListeningServer } from './support/listening-server';
import { vectors } from './support/vectors';

const SECRET = 'NOI-DUNG-TEP-BI-MAT';
const AFTERMATH_MS = 1500;
/** What somebody pastes, and what of it is printed. */
const ODD = {
  'a\u0000b\u0007c\u001bd\u009fe\ud800f': 'abcdef',
  'g\u202eh\u2066i\u200fj\u061ck': 'ghijk',
  '../../x': '../../x',
  [`tie\u0302\u0301ng${'\u0301'.repeat(3000)}`]: 'tiến',
};
const UNSEEN = /.{0,9}[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u200f\u061c].{0,9}/u;
const TEMPLATES = join(__dirname, '../../templates/dossiers');
/** Printed with a merged dossier only: its own suite feeds it. */
const OF_BUNDLES = 'bundle-front';

describe('hostile words in any document that there is', () => {
  let server: ListeningServer;
  let renderer: PdfRenderer;
  let folder: Awaited<ReturnType<typeof scratchFolder>>;
  let data: RoundData;
  let all: string[];
  const events: SecurityEvent[] = [];

  beforeAll(async () => {
    folder = await scratchFolder();
    await writeFile(join(folder.path, 'secret.html'), `<p>${SECRET}</p>`);
    server = await ListeningServer.open();
    all = Object.values(vectors(server.address, join(folder.path, 'secret.html')));
    renderer = await PdfRenderer.open({ onSecurityEvent: (event) => events.push(event) });
    data = await loadCase('hung-yen');
  });
  afterAll(async () => {
    await renderer.close();
    await server.close();
    await folder.remove();
  });

  const printed = async (documents: readonly PrintDocument[]): Promise<Pdf[]> => {
    const paths = await Promise.all(
      documents.map(async (document, at) => {
        const path = join(folder.path, `${at}.pdf`);
        await writeFile(path, await renderer.print(toHtml(document)));
        return path;
      }),
    );
    return readPdfs(paths);
  };

  test('reach nothing from any field, and are printed as the words that they are', async () => {
    const documents = everyDocument(hostileRound(data, all.join(' ')));
    const known = readdirSync(TEMPLATES).flatMap((file) => /^(.+)\.hbs$/.exec(file)?.[1] ?? []);
    expect(new Set([...documents.map(({ template }) => template), OF_BUNDLES])).toEqual(
      new Set([...known, OF_BUNDLES]),
    );
    for (const [at, pdf] of (await printed(documents)).entries()) {
      const { file, template, view } = documents[at] as PrintDocument;
      const text = letters(textOf(pdf));
      // A certificate has one page: where that is full each of its texts goes on as “…”, after the first of the hostile words.
      const isCut = template === 'certificate' && text.includes('…');
      const kept = isCut ? textsIn(view).filter((one) => one.includes('<')) : all;
      const times = isCut ? 1 : 3;
      const missing = kept.filter((one) => text.split(letters(one)).length <= times);
      expect([file, missing]).toEqual([file, []]);
      expect(kept.length).toBeGreaterThan(20);
      expect(text).not.toContain(letters(SECRET));
    }
    await delay(AFTERMATH_MS);
    expect(server.connections).toEqual([]);
    expect(events).toEqual([]);
  });

  test('stay words behind the views too, in each place of each paper', async () => {
    const documents = everyDocument(hostileRound(data, 'Tên'));
    const word = (place: number) => `[${place}|${all[place % all.length]}|${place}]`;
    const poisoned = filled(documents, word);
    const pdfs = await printed(poisoned);
    await delay(AFTERMATH_MS);
    expect(server.connections).toEqual([]);
    expect(events).toEqual([]);
    const places = filled(documents, (place) => `[${place}]`).map(placesIn);
    expect(new Set(places.flat().map((place) => place % all.length)).size).toBe(all.length);
    for (const [at, pdf] of pdfs.entries()) {
      const { file, title } = poisoned[at] as PrintDocument;
      expect([file, pdf.title]).toEqual([file, title]);
      const pages = pdf.pages.map((page) => letters(pageText(page)));
      const missing = (places[at] ?? []).map(word).filter((one) => !stands(pages, letters(one)));
      expect([file, missing]).toEqual([file, []]);
      expect(places[at]?.length).toBeGreaterThan(15);
      expect(pages.join('')).not.toContain(letters(SECRET));
    }
  });

  test('are cleaned of what is no letter, and name no file elsewhere', () => {
    const odd = Object.keys(ODD).join(' ');
    for (const document of everyDocument(hostileRound(data, odd))) {
      expect(document.file).toMatch(/^[a-z]+(-[a-z0-9]+)*(\/[\w-]+)*\.pdf$/i);
      const [, body = ''] = toHtml(document).split('<body>');
      const found = body.replace(/\s+/g, ' ');
      for (const shown of Object.values(ODD)) expect(found.split(shown).length).toBeGreaterThan(3);
      expect([document.file, UNSEEN.exec(found)?.[0]]).toEqual([document.file, undefined]);
    }
  });
});

/** The documents, their titles and every text of their views followed by the word of its place, counted through all. */
function filled(documents: readonly PrintDocument[], word: (place: number) => string): PrintDocument[] {
  let place = 0;
  const next = () => word((place += 1));
  return documents.map(({ title, view, ...rest }) => ({
    ...rest,
    title: followed(title, next),
    view: followed(view, next),
  }));
}

/** The same value with every text in it followed by another, but for charts, which are markup of our own. */
function followed<T>(value: T, next: () => string): T {
  if (typeof value === 'string') return (value.startsWith('<svg') ? value : `${value} ${next()}`) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => followed(each, next)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [key, followed(each, next)]),
  ) as T;
}

/** The places whose mark stands in the text of the document, once for all: not those that choose a class or a branch alone. */
function placesIn(document: PrintDocument): number[] {
  const [, body = ''] = toHtml(document).split('<body>');
  const marks = body.replace(/<[^>]*>/g, ' ').matchAll(/\[(\d+)\]/g);
  return [...new Set([...marks].map(([, place]) => Number(place)))];
}

/** Whether the word stands on one page, or is torn once: where its cell goes on on the next page, others stand between. */
function stands(pages: readonly string[], word: string): boolean {
  if (pages.join('').includes(word)) return true;
  return pages.some((page, at) =>
    [...word].some(
      (_, tear) => page.includes(word.slice(0, tear)) && pages[at + 1]?.includes(word.slice(tear)),
    ),
  );
}

/** Every text in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

/** Lines break anywhere, and headings stand in capitals. */
function letters(text: string): string {
  return text.replace(/[\s\u00a0]+/g, '').toLocaleUpperCase('vi');
}
