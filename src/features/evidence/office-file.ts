import type { FileHandle } from 'node:fs/promises';
import { UnfitFile } from './unfit-file';
import { type ZipEntry, unfold, zipEntries } from './zip-directory';

const CONTENT_TYPES = '[Content_Types].xml';
const LONGEST_CONTENT_TYPES = 1024 * 1024;

/** What the main part of a document calls itself (ECMA-376, part 1). */
const MAIN = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
};
const MAIN_PART = { docx: 'word/', xlsx: 'xl/' };
const MACROS = /vbaProject|macroEnabled|macrosheet|activeX/i;

/**
 * Whether a zip archive on the disk is a Word document or an Excel workbook, by the parts that it has. Every part is
 * unfolded once, so that it is neither broken nor a bomb. Throws UnfitFile.
 */
export async function officeTypeOf(file: FileHandle, bytes: number): Promise<'docx' | 'xlsx'> {
  const entries = await zipEntries(file, bytes);
  const index = entries.find(({ name }) => name === CONTENT_TYPES);
  if (!index) throw new UnfitFile('file-type-not-allowed');
  if (entries.some(({ encrypted }) => encrypted)) throw new UnfitFile('file-old-office');
  const declared = (await unfold(file, index, LONGEST_CONTENT_TYPES)).toString('utf8');
  if (MACROS.test(declared) || entries.some(({ name }) => MACROS.test(name)))
    throw new UnfitFile('file-with-macros');
  const type = typeIn(declared, entries);
  for (const entry of entries) await unfold(file, entry);
  return type;
}

function typeIn(declared: string, entries: readonly ZipEntry[]): 'docx' | 'xlsx' {
  const types = (['docx', 'xlsx'] as const).filter(
    (type) =>
      declared.includes(`"${MAIN[type]}"`) && entries.some(({ name }) => name.startsWith(MAIN_PART[type])),
  );
  const [type, another] = types;
  if (!type || another) throw new UnfitFile('file-type-not-allowed');
  return type;
}
