import { Workbook } from '@cj-tech-master/excelts';
import { BadArchive, unzip } from './unzip';

const MOST_ROWS = 200_000;

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
