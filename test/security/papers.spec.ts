import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { RoundData } from '../../src/features/dossiers/documents/round-documents';
import { type PrintDocument, toHtml } from '../../src/features/dossiers/printing/print-document';
import type { SecurityEvent } from '../../src/platform/pdf/guarded-page';
import { PdfRenderer } from '../../src/platform/pdf/pdf-renderer';
import { readPdfs, textOf } from '../dossiers/support/pdf';
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

  /** The letters of each document: lines break anywhere, and headings stand in capitals. */
  const printed = async (documents: readonly PrintDocument[]): Promise<string[]> => {
    const paths = await Promise.all(
      documents.map(async (document, at) => {
        const path = join(folder.path, `${at}.pdf`);
        await writeFile(path, await renderer.print(toHtml(document)));
        return path;
      }),
    );
    return (await readPdfs(paths)).map((pdf) => letters(textOf(pdf)));
  };

  test('reach nothing from any field, and are printed as the words that they are', async () => {
    const documents = everyDocument(hostileRound(data, all.join(' ')));
    const known = readdirSync(TEMPLATES).flatMap((file) => /^(.+)\.hbs$/.exec(file)?.[1] ?? []);
    expect(new Set([...documents.map(({ template }) => template), OF_BUNDLES])).toEqual(
      new Set([...known, OF_BUNDLES]),
    );
    const texts = await printed(documents);
    for (const [at, text] of texts.entries()) {
      // A certificate has one page, and goes on as “…” where that is full; the next test reads it with a word in each place.
      const isCut = documents[at]?.template === 'certificate' && text.includes('…');
      const missing = isCut ? [] : all.filter((vector) => text.split(letters(vector)).length < 4);
      expect([documents[at]?.file, missing]).toEqual([documents[at]?.file, []]);
      expect(text).not.toContain(letters(SECRET));
    }
    await delay(AFTERMATH_MS);
    expect(server.connections).toEqual([]);
    expect(events).toEqual([]);
  });

  test('stay words behind the views too, whatever value of a template they stand in', async () => {
    const documents = everyDocument(hostileRound(data, 'Tên'));
    let at = 0;
    const next = () => all[(at += 1) % all.length] ?? '';
    const texts = await printed(
      documents.map((document) => ({ ...document, title: next(), view: poisoned(document.view, next) })),
    );
    await delay(AFTERMATH_MS);
    expect(server.connections).toEqual([]);
    expect(events).toEqual([]);
    const whole = texts.join('');
    expect(all.filter((vector) => !whole.includes(letters(vector)))).toEqual([]);
    expect(whole).not.toContain(letters(SECRET));
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

/** The same value with every text in it followed by a hostile one, but for charts, which are markup of our own. */
function poisoned<T>(value: T, next: () => string): T {
  if (typeof value === 'string') return (value.startsWith('<svg') ? value : `${value} ${next()}`) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => poisoned(each, next)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [key, poisoned(each, next)]),
  ) as T;
}

function letters(text: string): string {
  return text.replace(/[\s\u00a0]+/g, '').toLocaleUpperCase('vi');
}
