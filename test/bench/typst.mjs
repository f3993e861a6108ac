import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { Font } from 'fonteditor-core';
import { parseDocument } from 'htmlparser2';

const FONTS = new URL('../../templates/fonts/', import.meta.url);
const STYLES = ['400-normal', '400-italic', '700-normal', '700-italic'];

const PREAMBLE = `#set page(paper: "a4", margin: (top: 21mm, bottom: 21mm, left: 31mm, right: 16mm))
#set text(font: "Tinos", size: 13pt, lang: "vi")
#set par(justify: true, first-line-indent: (amount: 12.7mm, all: true), spacing: 11pt)
`;

/** Words, paragraphs and tables of a printed document as Typst: the same content, without the finer points of the layout. */
export function toTypst(html) {
  const body = /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
  return PREAMBLE + parseDocument(body).children.map(block).join('');
}

function block(node) {
  if (node.type === 'text') return node.data.trim() === '' ? '' : escaped(node.data);
  if (node.type !== 'tag') return '';
  const isA = (name) => (node.attribs.class ?? '').split(' ').includes(name);
  if (node.name === 'table') return table(node);
  if (node.name === 'section')
    return isA('landscape')
      ? `#page(flipped: true)[${inner(node)}]\n`
      : `${inner(node)}\n#pagebreak(weak: true)\n`;
  if (/^h\d$/.test(node.name)) return `\n*${inner(node)}*\n\n`;
  if (node.name === 'p') return `\n${inner(node)}\n\n`;
  if (node.name === 'b') return `*${inner(node)}*`;
  if (node.name === 'br') return ' \\ ';
  return inner(node);
}

function table(node) {
  const rows = tags(node, 'tr').map((row) =>
    row.children.filter(({ name }) => name === 'td' || name === 'th'),
  );
  const columns = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + spanOf(cell), 0)));
  const stroke = (node.attribs.class ?? '').includes('data') ? '0.75pt' : 'none';
  const cells = rows.flat().map((cell) => `table.cell(colspan: ${spanOf(cell)})[${inner(cell)}]`);
  return `\n#table(columns: (1fr,) * ${columns}, stroke: ${stroke}, ${cells.join(', ')})\n`;
}

function spanOf({ attribs }) {
  return Number(attribs.colspan ?? 1);
}

function tags(node, name) {
  return node.children.flatMap((child) =>
    child.type !== 'tag' ? [] : child.name === name ? [child] : tags(child, name),
  );
}

function inner(node) {
  return node.children.map(block).join('');
}

function escaped(text) {
  return text.replace(/[\\#$*_`<>@=\-+/~[\]"']/g, (letter) => `\\${letter}`);
}

/** Tinos as files that Typst can read. */
export async function fontFolder(folder) {
  const fonts = join(folder, 'fonts');
  await mkdir(fonts, { recursive: true });
  for (const style of STYLES) {
    const woff = await readFile(new URL(`tinos-${style}.woff`, FONTS));
    const inflate = (deflated) => [...inflateSync(Buffer.from(deflated))];
    const font = Font.create(woff, { type: 'woff', inflate });
    await writeFile(join(fonts, `${style}.ttf`), font.write({ type: 'ttf', toBuffer: true }));
  }
  return fonts;
}

/** Typst where somebody has installed it (\`npm i --no-save @myriaddreamin/typst-ts-node-compiler\`); else undefined. */
export async function typstCompiler(folder) {
  try {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
    return NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [await fontFolder(folder)] }] });
  } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
