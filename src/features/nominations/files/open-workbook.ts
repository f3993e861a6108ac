import { getHeapStatistics } from 'node:v8';
import { Workbook } from '@cj-tech-master/excelts';
import { BadArchive, unzip } from './unzip';

const MOST_ROWS = 200_000;

/** A cell of four tags takes more than a kilobyte once it is read: what does not fit is refused, not died of. */
const MOST_TAGS = getHeapStatistics().heap_size_limit / 500;

/** Parts that say nothing about the content, and of which a few bytes may cover millions of cells. */
const IGNORED = [
  'mergeCells',
  'dataValidations',
  'conditionalFormatting',
  'cols',
  'extLst',
  'drawing',
  'tableParts',
];

/** Throws BadArchive for what is no workbook or too large a one. */
export async function openWorkbook(bytes: Buffer): Promise<Workbook> {
  const files = unzip(bytes);
  if (tagsIn(files) > MOST_TAGS) throw new BadArchive('workbook-too-large');
  const workbook = new Workbook();
  try {
    await workbook.xlsx.loadFromFiles(files, { ignoreNodes: IGNORED, maxRows: MOST_ROWS });
  } catch (error) {
    const tooLarge = error instanceof Error && error.message.startsWith('Max row count');
    throw new BadArchive(tooLarge ? 'workbook-too-large' : 'broken-workbook');
  }
  if (workbook.worksheets.length === 0) throw new BadArchive('broken-workbook');
  return workbook;
}

/** Opening and closing tags of all parts: a few hundred kilobytes of zip may hold tens of millions. */
function tagsIn(files: Record<string, Uint8Array>): number {
  let tags = 0;
  for (const [name, content] of Object.entries(files))
    if (name.endsWith('.xml')) tags += countOf(0x3c, content);
  return tags;
}

function countOf(byte: number, content: Uint8Array): number {
  let count = 0;
  for (let at = content.indexOf(byte); at !== -1; at = content.indexOf(byte, at + 1)) count += 1;
  return count;
}
