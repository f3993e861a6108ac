import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import puppeteer from 'puppeteer';
import type { RoundData } from '../../src/features/dossiers/documents/round-documents';
import { renderRound } from '../../src/features/dossiers/bundle/render-round';
import { findBrowser } from '../../src/platform/pdf/find-browser';
import type { SecurityEvent } from '../../src/platform/pdf/guarded-page';
import { PdfRenderer } from '../../src/platform/pdf/pdf-renderer';
import { readPdfs, textOf } from '../dossiers/support/pdf';
import { evaluated, loadCase, scratchFolder } from '../dossiers/support/round';
import { ListeningServer } from './support/listening-server';
import { replaceTexts } from './support/replace-texts';
import { vectors } from './support/vectors';

const SECRET = 'NOI-DUNG-TEP-BI-MAT';
/** Time for a connection that is under way behind the page to arrive. */
const AFTERMATH_MS = 1500;

describe('what a document tries to reach', () => {
  let server: ListeningServer;
  let renderer: PdfRenderer;
  let folder: Awaited<ReturnType<typeof scratchFolder>>;
  let all: Record<string, string>;
  const events: SecurityEvent[] = [];

  beforeAll(async () => {
    folder = await scratchFolder();
    const file = join(folder.path, 'secret.html');
    await writeFile(file, `<p>${SECRET}</p>`);
    server = await ListeningServer.open();
    all = vectors(server.address, file);
    renderer = await PdfRenderer.open({ onSecurityEvent: (event) => events.push(event) });
  });
  afterAll(async () => {
    await renderer.close();
    await server.close();
    await folder.remove();
  });

  test('the server of this test is reached by a browser without guards', async () => {
    const browser = await puppeteer.launch({
      executablePath: await findBrowser(),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    const page = await browser.newPage();
    await page.setContent(all['an image'] ?? '');
    await browser.close();
    expect(server.connections.splice(0)).toEqual([expect.stringContaining('GET /img')]);
  });

  test('none of the raw vectors reaches a server or a file, and refusals are reported', async () => {
    const paths: string[] = [];
    for (const [name, html] of Object.entries(all)) {
      const bytes = await renderer.print(`<!doctype html><body><p>Trước</p>${html}<p>Sau</p></body>`);
      paths.push(join(folder.path, `${name.replace(/\W+/g, '-')}.pdf`));
      await writeFile(paths.at(-1) ?? '', bytes);
    }
    await delay(AFTERMATH_MS);
    expect(server.connections).toEqual([]);
    for (const pdf of await readPdfs(paths)) expect(textOf(pdf)).not.toMatch(new RegExp(`${SECRET}|REMOTE`));
    expect(renderer.refused).toBe(events.length);
    expect(events.map(({ url }) => new URL(url).pathname)).toEqual(
      expect.arrayContaining([
        '/img',
        '/css',
        '/import',
        '/background',
        '/font',
        '/frame',
        '/poster',
        '/refresh',
      ]),
    );
  });

  test('through every text field of a round each vector is printed as the text that it is', async () => {
    const before = renderer.refused;
    const data = await loadCase('hung-yen');
    for (const [at, some] of inGroups(Object.values(all), 9).entries()) {
      const out = join(folder.path, `round-${at}`);
      const { files } = await renderRound(withEveryText(data, some.join(' ')), out, { renderer });
      const texts = (await readPdfs(files.map((file) => join(out, file)))).map((pdf) => compact(textOf(pdf)));
      for (const vector of some)
        for (const text of texts) expect(text.split(compact(vector)).length).toBeGreaterThan(3);
    }
    await delay(AFTERMATH_MS);
    expect(server.connections).toEqual([]);
    expect(renderer.refused).toBe(before);
  }, 180_000);
});

/** One nomination of each set, and every text that a person can write replaced. */
function withEveryText({ campaign, round }: RoundData, vector: string): RoundData {
  const nominations = ['TT-01', 'CN-01'].flatMap((code) =>
    round.nominations.filter((one) => one.code === code),
  );
  return evaluated(
    replaceTexts(campaign, vector),
    replaceTexts(
      {
        ...round,
        nominations: nominations.map((one) => ({ ...one, report: { ...one.report, ...REPORT } })),
      },
      vector,
    ),
  );
}

const REPORT = {
  overview: { office: 'x', structure: 'x', unknown: 'x' },
  biography: 'x',
  measures: 'x',
  partyLine: 'x',
  organisations: ['x', 'x'],
  other: 'x',
};

function inGroups<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}

/** Lines break anywhere in a PDF: only the letters count. */
function compact(text: string): string {
  return text.replace(/[\s\u00a0]+/g, '');
}
