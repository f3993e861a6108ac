import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer';
import { longRound } from './long-dossiers.mjs';
import { libreOfficeTime, typstTime, weasyPrintTime } from './other-programs.mjs';

const load = createRequire(import.meta.url);
const { evaluate } = load('../../dist/src/domain/evaluation.js');
const { roundDocuments } = load('../../dist/src/features/dossiers/documents/round-documents.js');
const { blankPapers } = load('../../dist/src/features/dossiers/papers/paper.js');
const { toHtml } = load('../../dist/src/features/dossiers/printing/print-document.js');
const { renderRound } = load('../../dist/src/features/dossiers/bundle/render-round.js');
const { PdfRenderer } = load('../../dist/src/platform/pdf/pdf-renderer.js');
const { findBrowser } = load('../../dist/src/platform/pdf/find-browser.js');

const DOSSIERS = 60;
const ROUNDS = 3;
const SAMPLE = 6;
const PAGES = Math.min(8, availableParallelism());
const PDF = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true };

/** 60 dossiers of 7 pages from data to files, against other ways to print the same HTML with the same browser. */
export async function benchDossiers() {
  const folder = await mkdtemp(join(tmpdir(), 'thidua-bench-'));
  try {
    return await measure(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(folder) {
  const { campaign, round } = longRound(DOSSIERS);
  const data = {
    campaign,
    round,
    evaluation: evaluate(campaign, round),
    papers: blankPapers(round.date),
    engine: 'bench',
  };
  const documents = roundDocuments(data).map((pending) => pending());
  const htmls = documents.map(toHtml);
  const [ours, bare, repeated] = [[], [], []];
  for (let at = 0; at < ROUNDS; at++) {
    bare.push(await withPool(htmls, folder));
    const [first, second] = await withRenderer(data, folder, at);
    ours.push(first);
    repeated.push(second);
  }
  const each = median(ours) / DOSSIERS;
  const alone = await browserPerPdf(htmls.slice(0, SAMPLE));
  const weasy = await weasyPrintTime(htmls.slice(0, SAMPLE), folder);
  const office = await libreOfficeTime(documents.slice(0, SAMPLE), folder);
  const typst = await typstTime(htmls.slice(0, SAMPLE), folder);
  const pages = pagesOf(join(folder, 'bare-0.pdf'));
  const what = `${DOSSIERS} dossiers${pages ? ` of ${pages} pages` : ''}, data to files (${each.toFixed(0)} ms each)`;
  return [
    row(`${what}, against a bare warm pool of ${PAGES} pages`, median(ours) / median(bare), '≤ 1.15'),
    row('a browser for each PDF, one after the other, against ours', alone / each, '≥ 5'),
    row('WeasyPrint on the same HTML, against ours', weasy === undefined ? undefined : weasy / each, '≥ 5'),
    row(
      'LibreOffice on the same words as Word file, against ours',
      office === undefined ? undefined : office / each,
      '≥ 5',
    ),
    row(
      'Typst on the same words, in one thread, against ours',
      typst === undefined ? undefined : typst / each,
      '–',
    ),
    row('the first time against the same again, nothing changed', median(ours) / median(repeated), '≥ 20'),
  ];
}

/** Once into an empty cache, once more out of it; the browser is warm before the clock starts. */
async function withRenderer(data, folder, at) {
  const renderer = await PdfRenderer.open();
  try {
    await renderer.print('<p>warm</p>');
    const options = { renderer, cacheDir: join(folder, `cache-${at}`) };
    const first = await timed(() => renderRound(data, join(folder, `first-${at}`), options));
    const second = await timed(() => renderRound(data, join(folder, `second-${at}`), options));
    return [first, second];
  } finally {
    await renderer.close();
  }
}

/** The least that printing with warm pages can be: setContent, pdf, write. */
async function withPool(htmls, folder) {
  const browser = await launch();
  try {
    const pages = await Promise.all(Array.from({ length: PAGES }, () => browser.newPage()));
    await Promise.all(pages.map((page) => print(page, '<p>warm</p>')));
    const queue = htmls.entries();
    const drain = async (page) => {
      for (const [at, html] of queue)
        await writeFile(join(folder, `bare-${at}.pdf`), await print(page, html));
    };
    return await timed(() => Promise.all(pages.map(drain)));
  } finally {
    await browser.close();
  }
}

async function browserPerPdf(htmls) {
  const times = [];
  for (const html of htmls) {
    times.push(
      await timed(async () => {
        const browser = await launch();
        await print(await browser.newPage(), html);
        await browser.close();
      }),
    );
  }
  return median(times);
}

async function launch() {
  const executablePath = await findBrowser();
  return puppeteer.launch({
    executablePath,
    headless: /headless[-_]shell/.test(executablePath) ? 'shell' : true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

async function print(page, html) {
  await page.setContent(html, { waitUntil: 'load' });
  return page.pdf(PDF);
}

function pagesOf(file) {
  try {
    return Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1]);
  } catch {
    return undefined;
  }
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

function row(work, ratio, reach) {
  return { work, ratio, reach };
}
