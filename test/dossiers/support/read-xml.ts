/** An element of an XML file, or words between its elements. */
export type XmlNode = XmlElement | string;

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}

const TOKEN = /<\?[^<>]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([\da-fA-F]+));/g;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const IMPOSSIBLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Reads XML as strictly as Word does: whatever is not well-formed is an error. */
export function readXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(xml);
    if (!match) throw new Error(`not XML: ${JSON.stringify(xml.slice(at, at + 60))}`);
    const [, closes, name, attributes = '', isEmpty, words] = match;
    const [parent = root] = open.slice(-1);
    if (words !== undefined) parent.children.push(decoded(words));
    else if (closes) close(open, name);
    else if (name !== undefined) {
      const element = { name, attributes: attributesOf(attributes), children: [] };
      parent.children.push(element);
      if (!isEmpty) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`${open.at(-1)?.name} stays open`);
  const [first] = root.children.filter(isElement);
  if (!first) throw new Error('no element');
  return first;
}

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string';
}

/** Every element of this name, at any depth, in the order of the file. */
export function all(element: XmlElement, name: string): XmlElement[] {
  return element.children
    .filter(isElement)
    .flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** The first element of this name. */
export function first(element: XmlElement, name: string): XmlElement {
  const [found] = all(element, name);
  if (!found) throw new Error(`no ${name} in ${element.name}`);
  return found;
}

function close(open: XmlElement[], name: string | undefined): void {
  const last = open.pop();
  if (last?.name !== name) throw new Error(`${name} closes ${last?.name}`);
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, decoded(value)] as const,
  );
  if (new Set(pairs.map(([name]) => name)).size < pairs.length)
    throw new Error(`an attribute twice: ${text}`);
  return Object.fromEntries(pairs);
}

function decoded(text: string): string {
  if (text.replace(ENTITY, '').includes('&')) throw new Error(`a bare & in ${JSON.stringify(text)}`);
  const plain = text.replace(ENTITY, (_, name: string, decimal: string, hex: string) =>
    name ? (NAMED[name] ?? '') : String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex, 16)),
  );
  if (IMPOSSIBLE.test(plain)) throw new Error(`no character of XML: ${JSON.stringify(plain)}`);
  return plain;
}
