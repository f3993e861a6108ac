import { type FileHandle, open } from 'node:fs/promises';
import { refuseHugeImage } from './image-size';
import { officeTypeOf } from './office-file';
import { bytesAt } from './read-bytes';
import { UnfitFile } from './unfit-file';

/** What an evidence file may be, and how it is given back. */
export const FILE_TYPES = {
  pdf: { label: 'PDF', mime: 'application/pdf', endings: ['pdf'] },
  png: { label: 'PNG', mime: 'image/png', endings: ['png'] },
  jpeg: { label: 'JPEG', mime: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  docx: {
    label: 'DOCX',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  xlsx: {
    label: 'XLSX',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
  },
} as const;

export type FileType = keyof typeof FILE_TYPES;

/** As long a beginning as the detector needs for these types. */
const HEAD = 4_100;
/** Readers look for the end of a PDF near its end; scanners leave some bytes behind it. */
const TAIL = 64 * 1024;
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');

/**
 * What the content of a file on the disk is; neither its name nor what the sender calls it is looked at. Never reads the
 * whole of it into memory. Throws UnfitFile.
 */
export async function fileTypeOf(path: string): Promise<FileType> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size === 0) throw new UnfitFile('file-empty');
    return await typeOf(file, size);
  } finally {
    await file.close();
  }
}

async function typeOf(file: FileHandle, size: number): Promise<FileType> {
  const head = await bytesAt(file, 0, Math.min(HEAD, size));
  if (head.subarray(0, ZIP.length).equals(ZIP)) return officeTypeOf(file, size);
  const ext = await detected(head);
  if (ext === 'cfb') throw new UnfitFile('file-old-office');
  if (ext === 'pdf') await requireEndOfPdf(file, size);
  if (ext === 'png' || ext === 'jpg') await refuseHugeImage(file, ext);
  if (ext === 'pdf' || ext === 'png') return ext;
  if (ext === 'jpg') return 'jpeg';
  throw new UnfitFile('file-type-not-allowed');
}

/** The detector is an ES module: it is loaded when it is first needed. */
async function detected(head: Buffer): Promise<string | undefined> {
  const { fileTypeFromBuffer } = await import('file-type/node');
  return (await fileTypeFromBuffer(head).catch(() => undefined))?.ext;
}

/** A copy that broke off halfway opens nowhere: better told now than to the council. */
async function requireEndOfPdf(file: FileHandle, size: number): Promise<void> {
  const start = Math.max(0, size - TAIL);
  const tail = await bytesAt(file, start, size - start);
  if (!tail.includes('%%EOF')) throw new UnfitFile('file-broken');
}
