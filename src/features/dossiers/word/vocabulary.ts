import type { AnyNode, Element } from 'domhandler';
import { isTag } from 'domhandler';
import { readChartData } from '../../../platform/charts/chart-data';
import type { StyleId } from './style-list';

/** What a place in a document gives to the words in it. */
export interface Place {
  style: StyleId;
  bold: boolean;
  italic: boolean;
  /** Spaces stand as they are written. */
  preserve: boolean;
  /** Of a table of data, whose words keep the style of the cell. */
  inCell: boolean;
  onCertificate: boolean;
  /** Too long to stay on one page. */
  isLong: boolean;
  keepNext: boolean;
  indented: boolean;
  centred: boolean;
  /** Points of its letters, where they are not those of the style. */
  size?: number;
  /** Of these letters, on a certificate of many words. */
  scale?: number;
}

export const START: Place = {
  style: 'body',
  bold: false,
  italic: false,
  preserve: false,
  inCell: false,
  onCertificate: false,
  isLong: false,
  keepNext: false,
  indented: false,
  centred: false,
};

/** What a class changes, and what it changes in a cell, or on a certificate, where that is something else. */
type Rule = Partial<Place> & { cell?: Partial<Place>; certificate?: Partial<Place> };

/** The classes of print.css. */
const CLASSES: Record<string, Rule> = {
  document: {},
  portrait: {},
  landscape: {},
  appendix: {},
  leaf: {},
  'cover-lines': {},
  certificate: { onCertificate: true },
  head: {},
  left: {},
  superior: { style: 'superior' },
  issuer: { style: 'issuer' },
  nation: { style: 'nation', certificate: { size: 14, scale: 1 } },
  motto: { style: 'motto', certificate: { size: 15, scale: 1 } },
  ruled: {},
  last: {},
  only: {},
  number: { style: 'number', preserve: true },
  place: { style: 'place', preserve: true, certificate: { size: 14 } },
  title: { style: 'abstract' },
  label: { style: 'label' },
  attached: { style: 'attached', preserve: true },
  addressee: { style: 'addressee' },
  addressees: { keepNext: true },
  guest: {},
  grounds: { style: 'grounds', preserve: true },
  note: { style: 'note', cell: { italic: true } },
  lead: { keepNext: true },
  plain: { style: 'plain', cell: {} },
  blank: { style: 'plain', cell: {} },
  blanks: {},
  indented: { indented: true },
  dots: {},
  long: { isLong: true },
  whole: {},
  data: {},
  middle: { centred: true },
  group: { bold: true, keepNext: true },
  total: { bold: true },
  nominee: {},
  ending: {},
  accompanied: {},
  'scale-100': {},
  'scale-92': { scale: 0.92 },
  'scale-84': { scale: 0.84 },
  'scale-77': { scale: 0.77 },
  'scale-70': { scale: 0.7 },
  'scale-63': { scale: 0.63 },
  signed: {},
  signature: { style: 'signature' },
  authority: { style: 'authority', certificate: { size: 14 } },
  hint: { style: 'hint' },
  signer: { style: 'signer', certificate: { size: 14 } },
  copies: { style: 'copies' },
  'copies-title': { style: 'copiesTitle' },
  decider: { style: 'decider' },
  give: { style: 'give' },
  form: { style: 'form' },
  recipient: { style: 'recipient' },
  detail: { style: 'detail' },
  golden: { style: 'golden', preserve: true },
  chart: {},
  drawing: {},
  'chart-drawing': {},
  audit: { style: 'audit' },
};

const ELEMENTS: Record<string, Partial<Place>> = {
  section: {},
  div: {},
  p: {},
  h1: { style: 'Heading1' },
  h2: { style: 'Heading2', keepNext: true },
  h3: { style: 'Heading3', keepNext: true },
  b: { bold: true },
  i: { italic: true },
  span: {},
  br: {},
  table: {},
  colgroup: {},
  col: {},
  thead: {},
  tbody: {},
  tr: {},
  th: {},
  td: {},
  figure: {},
  figcaption: { style: 'caption' },
  svg: {},
};

const ATTRIBUTES = new Set(['class', 'colspan', 'rowspan']);

/** The place inside an element, given the place around it. */
export function placeIn(element: Element, around: Place): Place {
  const place = { ...around, ...ELEMENTS[element.name] };
  for (const name of classesOf(element)) {
    const { cell, certificate, ...change } = CLASSES[name] ?? {};
    Object.assign(place, place.inCell && cell ? cell : change, place.onCertificate && certificate);
  }
  return place;
}

function classesOf({ attribs }: Element): string[] {
  return (attribs['class'] ?? '').split(/\s+/).filter(Boolean);
}

export function isOf(element: Element, name: string): boolean {
  return classesOf(element).includes(name);
}

/** A piece of a chart whose numbers its first piece tells. */
export function isRestOfChart({ name, attribs }: Element): boolean {
  return name === 'svg' && attribs['aria-hidden'] === 'true';
}

/** Elements, classes and attributes that the Word files know nothing of: `em`, `.boxed`, `p[style]`. */
export function unknownWords(nodes: readonly AnyNode[]): string[] {
  const unknown = nodes
    .filter(isTag)
    .flatMap((node) =>
      node.name === 'svg' ? unreadable(node) : [...unknownOf(node), ...unknownWords(node.children)],
    );
  return [...new Set(unknown)];
}

/** Of a drawing, only its numbers are read. */
function unreadable(svg: Element): string[] {
  const isRead = isRestOfChart(svg) || readChartData(svg.attribs['data-chart']);
  return isRead ? [] : ['svg without data-chart'];
}

function unknownOf(element: Element): string[] {
  const isKnown = (attribute: string) =>
    ATTRIBUTES.has(attribute) || (element.name === 'col' && attribute === 'style');
  return [
    ...(Object.hasOwn(ELEMENTS, element.name) ? [] : [element.name]),
    ...classesOf(element)
      .filter((name) => !Object.hasOwn(CLASSES, name))
      .map((name) => `.${name}`),
    ...Object.keys(element.attribs)
      .filter((attribute) => !isKnown(attribute))
      .map((attribute) => `${element.name}[${attribute}]`),
  ];
}
