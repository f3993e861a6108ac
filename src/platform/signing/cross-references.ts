import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFObjectParser,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { numberIn, unfolded } from './pdf-streams';
import { UnreadablePdf } from './unreadable-pdf';

/** Where an object is: at a byte of the file, inside another object, or nowhere (`free`). */
export type Place = { at: number; generation: number } | { inside: number } | 'free';

/** The tables of a file, the newest first, and the trailer of the newest. */
interface CrossReferences {
  places: Map<number, Place>;
  trailer: PDFDict;
}

interface Section {
  places: Map<number, Place>;
  trailer: PDFDict;
}

const MOST_SECTIONS = 1_000;
const MOST_OBJECTS = 500_000;
const TAIL = 2_048;

/** A PDF as bytes, and the same as letters of one byte each, for looking things up. */
export interface Source {
  bytes: Uint8Array;
  text: string;
  context: PDFContext;
}

/**
 * Follows the tables of a PDF as a reader of PDF does, from its end (ISO 32000-1, 7.5). What is in the file and in no table
 * does not count, whatever a search for it would find. Throws UnreadablePdf.
 */
export function crossReferences(source: Source): CrossReferences {
  const places = new Map<number, Place>();
  const seen = new Set<number>();
  let newest: PDFDict | undefined;
  let next: number | undefined = startOf(source.text);
  while (next !== undefined) {
    if (seen.has(next) || seen.size > MOST_SECTIONS) throw new UnreadablePdf('tables');
    seen.add(next);
    const section = sectionAt(source, next);
    keepNewer(places, section.places);
    newest ??= section.trailer;
    const beside = section.trailer.get(PDFName.of('XRefStm'));
    if (beside instanceof PDFNumber) keepNewer(places, sectionAt(source, beside.asNumber()).places);
    next = previousOf(section.trailer);
  }
  if (!newest) throw new UnreadablePdf('tables');
  if (newest.has(PDFName.of('Encrypt'))) throw new UnreadablePdf('encrypted', 'pdf-encrypted');
  return { places, trailer: newest };
}

function startOf(text: string): number {
  const tail = text.slice(-TAIL);
  const found = /startxref\s+(\d+)/.exec(tail.slice(Math.max(0, tail.lastIndexOf('startxref'))));
  if (!found) throw new UnreadablePdf('startxref');
  return Number(found[1]);
}

function previousOf(trailer: PDFDict): number | undefined {
  const previous = trailer.get(PDFName.of('Prev'));
  return previous instanceof PDFNumber ? previous.asNumber() : undefined;
}

function keepNewer(places: Map<number, Place>, older: Map<number, Place>): void {
  for (const [number, place] of older) if (!places.has(number)) places.set(number, place);
  if (places.size > MOST_OBJECTS) throw new UnreadablePdf('tables');
}

/** One table may claim millions of places in a few bytes. */
function keep(places: Map<number, Place>, number: number, place: Place): void {
  if (places.size >= MOST_OBJECTS) throw new UnreadablePdf('tables');
  places.set(number, place);
}

function sectionAt(source: Source, at: number): Section {
  return matchAt(/\s*xref\s/y, source.text, at) ? tableAt(source, at) : streamAt(source, at);
}

function tableAt(source: Source, at: number): Section {
  const places = new Map<number, Place>();
  const { text } = source;
  let position = matchAt(/\s*xref\s*/y, text, at)?.end ?? at;
  for (let head = matchAt(/\s*(\d+) +(\d+)\s*/y, text, position); head;) {
    const [first = 0, count = 0] = head.groups.map(Number);
    position = head.end;
    for (let row = 0; row < count; row += 1) {
      const entry = matchAt(/\s*(\d{10}) (\d{5}) ([nf])/y, text, position);
      if (!entry) throw new UnreadablePdf('table');
      const [offset = '', generation = '', kind] = entry.groups;
      const place = { at: Number(offset), generation: Number(generation) };
      keep(places, first + row, kind === 'n' ? place : 'free');
      position = entry.end;
    }
    head = matchAt(/\s*(\d+) +(\d+)\s*/y, text, position);
  }
  const trailer = matchAt(/\s*trailer/y, text, position);
  const dict = trailer && parsedAt(source, trailer.end);
  if (!(dict instanceof PDFDict)) throw new UnreadablePdf('trailer');
  return { places, trailer: dict };
}

/** Rows of three numbers of fixed width: kind, place, generation or order (ISO 32000-1, 7.5.8). */
function streamAt(source: Source, at: number): Section {
  const stream = objectAt(source, at);
  if (!(stream instanceof PDFRawStream)) throw new UnreadablePdf('xref');
  if (stream.dict.lookup(PDFName.of('Type')) !== PDFName.of('XRef')) throw new UnreadablePdf('xref');
  const widths = numbersIn(stream.dict, 'W');
  const [kindWidth = 0, placeWidth = 0, lastWidth = 0] = widths;
  const length = kindWidth + placeWidth + lastWidth;
  if (widths.length !== 3 || length < 1 || length > 20) throw new UnreadablePdf('xref');
  const rows = unfolded(stream);
  const index = numbersIn(stream.dict, 'Index');
  const numbers = (index.length > 0 ? index : [0, numberIn(stream.dict, 'Size', 0)]).values();
  const places = new Map<number, Place>();
  let position = 0;
  for (const first of numbers) {
    const count = numbers.next().value ?? 0;
    for (let row = 0; row < count && position + length <= rows.length; row += 1, position += length) {
      const kind = kindWidth === 0 ? 1 : numberAt(rows, position, kindWidth);
      const place = numberAt(rows, position + kindWidth, placeWidth);
      const last = numberAt(rows, position + kindWidth + placeWidth, lastWidth);
      keep(places, first + row, placeOf(kind, place, last));
    }
  }
  return { places, trailer: stream.dict };
}

function placeOf(kind: number, place: number, last: number): Place {
  if (kind === 1) return { at: place, generation: last };
  return kind === 2 ? { inside: place } : 'free';
}

function numberAt(bytes: Buffer, at: number, width: number): number {
  let number = 0;
  for (const byte of bytes.subarray(at, at + width)) number = number * 256 + byte;
  return number;
}

export function numbersIn(dict: PDFDict, key: string): number[] {
  const array = dict.lookup(PDFName.of(key));
  if (!(array instanceof PDFArray)) return [];
  return array.asArray().map((each) => (each instanceof PDFNumber ? each.asNumber() : -1));
}

/**
 * The object that begins at a byte; undefined where none does, or one that calls itself otherwise than it was looked for:
 * a table may name one heavy object half a million times.
 */
export function objectAt(source: Source, at: number, wanted: { number?: number; generation?: number } = {}) {
  const head = matchAt(/\s{0,64}(\d{1,10})\s{1,64}(\d{1,5})\s{1,64}obj/y, source.text, at);
  if (!head) return undefined;
  const [number, generation] = head.groups.map(Number);
  if ((wanted.number ?? number) !== number || (wanted.generation ?? generation) !== generation)
    return undefined;
  return parsedAt(source, head.end);
}

export function parsedAt({ bytes, context }: Pick<Source, 'bytes' | 'context'>, at: number) {
  try {
    return PDFObjectParser.forBytes(bytes.subarray(at), context).parseObject();
  } catch {
    return undefined;
  }
}

function matchAt(pattern: RegExp, text: string, at: number) {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match ? { groups: match.slice(1), end: pattern.lastIndex } : undefined;
}
