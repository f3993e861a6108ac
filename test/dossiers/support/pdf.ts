import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Text {
  text: string;
  /** Points from the left and from the top; `y` is the base line. */
  x: number;
  y: number;
  width: number;
  size: number;
  font: string;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Page {
  width: number;
  height: number;
  texts: Text[];
  /** Rules and table borders. */
  boxes: Box[];
}

export interface Pdf {
  title: string;
  language: string | null;
  created: string;
  /** Whether it is tagged for screen readers. */
  marked: boolean;
  /** Its bookmarks, and how deep each stands. */
  outline: { title: string; depth: number }[];
  pages: Page[];
}

const POINTS_PER_MM = 72 / 25.4;

/** What pdf.js finds in real PDFs, in the order of the paths. */
export async function readPdfs(paths: readonly string[]): Promise<Pdf[]> {
  const reader = join(__dirname, 'read-pdf.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [reader, ...paths], {
    maxBuffer: 512 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Pdf[];
}

export async function readPdf(path: string): Promise<Pdf> {
  const [pdf] = await readPdfs([path]);
  if (!pdf) throw new Error(`no PDF in ${path}`);
  return pdf;
}

/** All text in reading order, lines joined, white space as single spaces. */
export function textOf({ pages }: Pick<Pdf, 'pages'>): string {
  return pages.map(pageText).join(' ');
}

export function pageText({ texts }: Page): string {
  return texts
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');
}

/** All text but the page numbers: a sentence goes on from page to page. */
export function runningText({ pages }: Pick<Pdf, 'pages'>): string {
  return textOf({ pages: pages.map((page) => ({ ...page, texts: splitPage(page).body })) });
}

export function millimetres(points: number): number {
  return points / POINTS_PER_MM;
}

export function points(mm: number): number {
  return mm * POINTS_PER_MM;
}

/** Texts inside the page area, and those in its top margin. */
export function splitPage(page: Page): { body: Text[]; margin: Text[] } {
  const inMargin = ({ y }: Text) => y < points(20);
  return { body: page.texts.filter((text) => !inMargin(text)), margin: page.texts.filter(inMargin) };
}

/** The first page of each document of a file: the one that bears the Quốc hiệu. */
export function isFirstPage(page: Page): boolean {
  return page.texts.some(({ text }) => text.startsWith('CỘNG HÒA XÃ HỘI'));
}

/** The text that starts so, or matches. */
export function find(page: Page, start: string | RegExp): Text {
  const found = page.texts.find(({ text }) =>
    typeof start === 'string' ? text.trimStart().startsWith(start) : start.test(text),
  );
  if (!found) throw new Error(`“${String(start)}” is not on this page: ${pageText(page)}`);
  return found;
}
