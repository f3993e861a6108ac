import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { type XmlElement, all, isElement, readXml } from './read-xml';

/** The files of a Word file by their paths, every XML among them read strictly. */
export interface Docx {
  names: string[];
  text: (path: string) => string;
  xml: (path: string) => XmlElement;
  body: XmlElement;
}

export async function readDocx(bytes: Uint8Array): Promise<Docx> {
  const files = await unzip(Buffer.from(bytes));
  const textAt = (path: string) => {
    const content = files.get(path);
    if (content === undefined) throw new Error(`no ${path}`);
    return content;
  };
  const xml = (path: string) => readXml(textAt(path));
  for (const name of files.keys()) if (/\.(xml|rels)$/.test(name)) xml(name);
  return { names: [...files.keys()], text: textAt, xml, body: xml('word/document.xml') };
}

/** The words of a paragraph; the ends of its lines and its dots count as spaces. */
export function wordsOf(paragraph: XmlElement): string {
  const parts = paragraph.children.filter(isElement).map((child) => {
    if (child.name === 'w:t') return child.children.map((node) => (isElement(node) ? '' : node)).join('');
    return child.name === 'w:br' || child.name === 'w:tab' ? ' ' : wordsOf(child);
  });
  return parts.join('');
}

/** All words, white space as single spaces. */
export function textOf(element: XmlElement): string {
  return all(element, 'w:p').map(wordsOf).join(' ').replace(/\s+/g, ' ').trim();
}

/** The paragraph that begins so. */
export function paragraph(element: XmlElement, start: string): XmlElement {
  const found = all(element, 'w:p').find((one) => wordsOf(one).trimStart().startsWith(start));
  if (!found) throw new Error(`“${start}” is not in ${textOf(element)}`);
  return found;
}

async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  return files;
}
