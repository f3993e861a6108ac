import { head, title } from './decree-30-head';
import { areaMiddle, isCentred, points, say } from './decree-30-places';
import { isInChart } from './measures';
import { type Line, isStyle, isUpper, linesOf } from './lines';
import {
  type Box,
  type Page,
  type Pdf,
  type Text,
  isFirstPage,
  millimetres,
  pageText,
  splitPage,
} from './pdf';

/** What a kind of document leaves out or has of its own. */
export interface Expected {
  /** Has lines of căn cứ. */
  grounds?: boolean;
  /** Whose first page bears no number line: an appendix to another document. */
  unnumbered?: boolean;
}

const TOLERANCE_MM = 0.3;
const AREA = { left: 30, leftMost: 35, right: 15, edge: 20 };
/** 10 or 12.7 mm; a hanging number may stand there too. */
const INDENTS = [0, 10, 12.7];
const SINGLE_PT = 13 * 1.15 - 0.2;
const GAP_PT = 6;

/**
 * Where a printed document departs from Nghị định 30/2020/NĐ-CP, Phụ lục I, read from the PDF alone: positions, fonts, sizes
 * and rules of its pages. Empty when it holds in all of them. A file may hold several documents.
 */
export function departures(pdf: Pdf, expected: Expected = {}): string[] {
  const found = documentsOf(pdf).flatMap((pages, at) =>
    [
      ...pages.flatMap((page, number) => onEveryPage(page, number + 1)),
      ...pages.slice(0, 1).flatMap((page) => [...head(page), ...title(page)]),
      ...pages.flatMap((page) => paragraphs(page)),
      ...pages.slice(0, -1).flatMap((page) => orphan(page)),
      ...ending(pages),
      ...(expected.grounds ? grounds(pages) : []),
    ].map((departure) => `document ${at + 1}: ${departure}`),
  );
  return [...wholeFile(pdf), ...found];
}

/** Pages of each document of a file; each begins with the Quốc hiệu. */
export function documentsOf({ pages }: Pick<Pdf, 'pages'>): Page[][] {
  const documents: Page[][] = [];
  for (const page of pages) {
    if (isFirstPage(page) || documents.length === 0) documents.push([page]);
    else documents.at(-1)?.push(page);
  }
  return documents;
}

function wholeFile(pdf: Pdf): string[] {
  const text = pdf.pages.map(pageText).join(' ');
  const left = millimetres(Math.min(...pdf.pages.flatMap((page) => splitPage(page).body.map(({ x }) => x))));
  return [
    ...say(left > AREA.leftMost + TOLERANCE_MM, `nothing stands at the left margin: ${left} mm`),
    ...say(pdf.title === '', 'no title'),
    ...say(pdf.language !== 'vi', `language ${pdf.language}`),
    ...say(!pdf.marked, 'not tagged'),
    ...say(pdf.outline.length === 0, 'no bookmarks'),
    ...say(text !== text.normalize('NFC'), 'text is not NFC'),
    ...say(/undefined|\[object|NaN|\{\{/.test(text), 'text of a template came through'),
  ];
}

function onEveryPage(page: Page, number: number): string[] {
  const { body, margin } = splitPage(page);
  const [width, height] = [page.width, page.height].map((side) => Math.round(millimetres(side)));
  const left = millimetres(Math.min(...body.map(({ x }) => x)));
  const right = millimetres(page.width - Math.max(...body.map(({ x, width: wide }) => x + wide)));
  const top = millimetres(Math.min(...body.map(({ y, size }) => y - size)));
  const bottom = millimetres(page.height - Math.max(...body.map(({ y }) => y)));
  const where = `page ${number}: `;
  return [
    ...say(![width, height].includes(210) || ![width, height].includes(297), `${width} × ${height} mm`),
    ...say(left < AREA.left - TOLERANCE_MM, `left ${left} mm`),
    ...say(right < AREA.right - TOLERANCE_MM, `right ${right} mm`),
    ...say(top < AREA.edge - TOLERANCE_MM, `top ${top} mm`),
    ...say(bottom < AREA.edge - TOLERANCE_MM, `bottom ${bottom} mm`),
    ...page.boxes.filter((box) => isOutside(page, box)).map(() => 'something is drawn outside the margins'),
    ...body.filter(({ font }) => !/Tinos-/.test(font)).map(({ font }) => `font ${font}`),
    ...body
      .filter((text) => !isLawfulSize(page, text))
      .map(({ size, text }) => `“${text}” has ${size} points`),
    ...pageNumber(page, margin.map(({ text }) => text.trim()).join(''), number),
  ].map((departure) => where + departure);
}

/** Letters of a chart are as large as its drawing makes them. */
function isLawfulSize(page: Page, text: Text): boolean {
  const size = points(text.size);
  return isInChart(page, text) ? size >= 11 && size <= 14 : [11, 12, 13, 14].includes(size);
}

function isOutside({ width, height }: Page, box: Box): boolean {
  return (
    millimetres(box.x) < AREA.left - TOLERANCE_MM ||
    millimetres(width - box.x - box.width) < AREA.right - TOLERANCE_MM ||
    millimetres(box.y) < AREA.edge - TOLERANCE_MM ||
    millimetres(height - box.y - box.height) < AREA.edge - TOLERANCE_MM
  );
}

function pageNumber(page: Page, text: string, number: number): string[] {
  if (text !== (number === 1 ? '' : String(number))) return [`the top margin holds “${text}”`];
  const { margin } = splitPage(page);
  return margin.flatMap(({ x, width, size, font }) => [
    ...say(![13, 14].includes(points(size)), `page number of ${size} points`),
    ...say(!font.endsWith('Tinos-Regular'), `page number in ${font}`),
    ...say(Math.abs(millimetres(x + width / 2 - areaMiddle(page))) > 1, 'page number is not in the middle'),
  ]);
}

/** Lines outside tables stand at the left edge, at the indent, in the middle or on the right half. */
function paragraphs(page: Page): string[] {
  const left = 31;
  const area = splitPage(page).body;
  const lines = linesOf({ texts: area }).filter((line) => !isInTable(page, line) && !isEnding(page, line));
  const from = titleEnd(page);
  return lines
    .filter(({ y }) => y > from)
    .flatMap((line, at, all) => {
      const indent = millimetres(line.x) - left;
      const next = all[at + 1];
      const known =
        INDENTS.some((each) => Math.abs(indent - each) < 0.6) || isCentred(page, line) || indent > 75;
      return [
        ...say(!known, `“${line.text.slice(0, 40)}” is indented ${indent.toFixed(1)} mm`),
        ...(next ? spacing(line, next, left) : []),
      ];
    });
}

function spacing(line: Line, next: Line, left: number): string[] {
  const distance = next.y - line.y;
  if (distance < 3 || distance > 60) return [];
  const begins =
    Math.abs(millimetres(next.x) - left - 12.7) < 0.6 && Math.abs(millimetres(line.x) - left) < 45;
  const least = begins ? SINGLE_PT + GAP_PT - 0.5 : SINGLE_PT - 1;
  return say(
    distance < least,
    `${distance.toFixed(1)} points between “${line.text.slice(0, 25)}” and the next line`,
  );
}

/** A heading whose text begins on the next page only. */
function orphan(page: Page): string[] {
  const last = linesOf({ texts: splitPage(page).body }).at(-1);
  // Dotted lines that are to be filled in by hand count as its text.
  const goesOn = page.boxes.some(({ y }) => last && y > last.y + 5);
  const isHeading =
    last && !goesOn && isStyle(last, 'Bold') && !isInTable(page, last) && !isEnding(page, last);
  return say(Boolean(isHeading), `the heading “${last?.text ?? ''}” is left alone`);
}

/** Signature and Nơi nhận. */
function ending(pages: readonly Page[]): string[] {
  const text = pages.map(pageText).join(' ');
  const page = pages.findLast((each) => /Nơi nhận:/.test(pageText(each)));
  if (!page) return ['no Nơi nhận'];
  const lines = linesOf(page);
  const heading = lines.find((line) => line.text.trim() === 'Nơi nhận:');
  const copies = lines.filter(
    (line) => heading && line.y > heading.y && line.right < page.width / 2 + 20 && points(line.size) === 11,
  );
  const before = linesOf({ texts: splitPage(page).body }).filter(
    (line) => line.y < signatureTop(page) - 2 && points(line.size) === 13,
  );
  return [
    ...say(!/\.\/\./.test(text), 'no “./.” at the end'),
    ...say(!heading || !isStyle(heading, 'BoldItalic') || points(heading.size) !== 12, 'Nơi nhận'),
    ...say(copies.length === 0 || !copies.every((line) => isStyle(line, 'Regular')), 'the list of Nơi nhận'),
    ...say(!/Lưu: ?VT/.test(copies.map((line) => line.text).join(' ')), 'no “Lưu: VT”'),
    ...say(before.length < 2, `${before.length} lines of text on the page of the signature`),
  ];
}

function signatureTop(page: Page): number {
  const lines = linesOf(page);
  const copies = lines.find(({ text }) => text.trim() === 'Nơi nhận:')?.y ?? page.height;
  const near = lines.filter(
    (line) =>
      isStyle(line, 'Bold') &&
      isUpper(line.text) &&
      !isHeading(line) &&
      line.y <= copies + 3 &&
      line.y > copies - 160,
  );
  return Math.min(copies, ...near.map(({ y }) => y));
}

/** In capitals like an authority, but at the indent of a paragraph. */
function isHeading({ x, text }: Line): boolean {
  return /^[IVX]+\. /.test(text.trim()) && Math.abs(millimetres(x) - 31 - 12.7) < 0.6;
}

function isEnding(page: Page, line: Line): boolean {
  return /Nơi nhận:/.test(pageText(page)) && line.y >= signatureTop(page) - 2;
}

function grounds(pages: readonly Page[]): string[] {
  const all = pages.flatMap((page) => linesOf(page));
  const first = all.filter(({ text }) => text.startsWith('Căn cứ '));
  if (first.length === 0) return ['no căn cứ'];
  return first.flatMap((line) => say(!isStyle(line, 'Italic'), `“${line.text}” is not in italics`));
}

function titleEnd(page: Page): number {
  if (!isFirstPage(page)) return 0;
  const rules = page.boxes.filter(({ height, width }) => height < 1.6 && width > 20 && width < 250);
  const number = linesOf(page).find(({ text }) => text.startsWith('Số:'));
  const under = rules.filter(({ y }) => y > (number?.y ?? 0)).map(({ y }) => y);
  return Math.min(...under, page.height) + 2;
}

/** Or in the frame of a chart. */
function isInTable({ boxes }: Page, line: Line): boolean {
  const sides = boxes.filter(({ width, height }) => width < 2 && height > 8);
  const frames = boxes.filter(({ width, height }) => width > 200 && height > 40);
  return [...sides, ...frames].some(({ y, height }) => line.y > y && line.y < y + height + 2);
}
