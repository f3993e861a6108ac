import type { AnyNode, Element } from 'domhandler';
import { isTag } from 'domhandler';
import type { StyleId } from './styles';

/** What a place in a document gives to the words in it. */
export interface Place {
  style: StyleId;
  bold: boolean;
  italic: boolean;
  /** Spaces stand as they are written. */
  preserve: boolean;
  /** Of a table of data, whose words keep the style of the cell. */
  inCell: boolean;
  /** Too long to stay on one page. */
  isLong: boolean;
  keepNext: boolean;
  indented: boolean;
  centred: boolean;
}

export const START: Place = {
  style: 'body',
  bold: false,
  italic: false,
  preserve: false,
  inCell: false,
  isLong: false,
  keepNext: false,
  indented: false,
  centred: false,
};

/** The classes of print.css: what each changes, and what it changes in a cell where that is something else. */
const CLASSES: Record<string, Partial<Place> & { cell?: Partial<Place> }> = {
  document: {},
  portrait: {},
  landscape: {},
  appendix: {},
  head: {},
  left: {},
  superior: { style: 'superior' },
  issuer: { style: 'issuer' },
  nation: { style: 'nation' },
  motto: { style: 'motto' },
  ruled: {},
  number: { style: 'number', preserve: true },
  place: { style: 'place', preserve: true },
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
  signed: {},
  signature: { style: 'signature' },
  authority: { style: 'authority' },
  hint: { style: 'hint' },
  signer: { style: 'signer' },
  copies: { style: 'copies' },
  'copies-title': { style: 'copiesTitle' },
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
};

const ATTRIBUTES = new Set(['class', 'colspan', 'rowspan']);

/** The place inside an element, given the place around it. */
export function placeIn(element: Element, around: Place): Place {
  const place = { ...around, ...ELEMENTS[element.name] };
  for (const name of classesOf(element)) {
    const { cell, ...change } = CLASSES[name] ?? {};
    Object.assign(place, place.inCell && cell ? cell : change);
  }
  return place;
}

export function classesOf({ attribs }: Element): string[] {
  return (attribs['class'] ?? '').split(/\s+/).filter(Boolean);
}

export function isOf(element: Element, name: string): boolean {
  return classesOf(element).includes(name);
}

/** Elements, classes and attributes that the Word files know nothing of: `em`, `.boxed`, `p[style]`. */
export function unknownWords(nodes: readonly AnyNode[]): string[] {
  return [
    ...new Set(nodes.filter(isTag).flatMap((node) => [...unknownOf(node), ...unknownWords(node.children)])),
  ];
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
