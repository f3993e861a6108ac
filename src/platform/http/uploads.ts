import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, RequestHandler } from 'express';
import multer, { MulterError } from 'multer';
import { DomainError } from '../../domain/domain-error';
import type { Config } from '../config/config';
import { refuseUploads, requireUploads } from './refused-uploads';
import { isApi } from './surface';

const MULTIPART = 'multipart/form-data';
const MEGABYTE = 1024 * 1024;

export const MOST_FILES = 20;
const MOST_FIELDS = 2_000;
/** For the small fields beside a large one. */
const SMALL_FIELDS = MEGABYTE;

/** `a[b][c]` is the deepest name that a form of ours has; `a[4000000000]` would be a list of four thousand million. */
const NAMES = { fieldNameSize: 200, fieldNestingDepth: 4, fieldArrayIndexLimit: 1_000 };

/** What a process that died has left; whatever is still coming in is younger. */
const LEFT_OVER_MS = 24 * 3_600_000;

/**
 * Takes in the files of a form, for pages and for whoever is logged in; they lie in a folder of their own until the answer
 * has gone out, and are removed also when the sender breaks off. What is to be kept is copied away before.
 */
export function acceptUploads(
  app: NestExpressApplication,
  { dataDir, maxUploadMb, maxBodyMb }: Config,
): void {
  const folder = join(dataDir, 'uploads');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeLeftOvers(folder);
  const fileSize = maxUploadMb * MEGABYTE;
  const fieldSize = maxBodyMb * MEGABYTE;
  const limits = { ...NAMES, fileSize, files: MOST_FILES, fields: MOST_FIELDS, fieldSize };
  const streamHandler = countText(fieldSize + SMALL_FIELDS);
  const options = { dest: folder, limits, defParamCharset: 'utf8', streamHandler };
  app.use(onlyForms(multer(options).any(), maxUploadMb));
}

function removeLeftOvers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const left = statSync(path, { throwIfNoEntry: false });
    if (left && Date.now() - left.mtimeMs > LEFT_OVER_MS) rmSync(path, { force: true });
  }
}

/** Each field has its limit, and so has their number; the product of both would still fill the memory. */
function countText(most: number): (request: Request, parser: Writable) => void {
  return (request, parser) => {
    let bytes = 0;
    parser.on('field', (_name: string, value: string) => {
      bytes += Buffer.byteLength(value);
      if (bytes > most) parser.emit('fieldsLimit');
    });
    request.pipe(parser);
  };
}

function onlyForms(read: RequestHandler, most: number): RequestHandler {
  return (request, response, next) => {
    if (isApi(request) || !request.is(MULTIPART)) return next();
    if (request.session?.personId === undefined) return next(new DomainError('form-expired'));
    response.once('close', () => void removeFiles(request));
    void read(request, response, (error: unknown) => {
      const why = error === undefined ? undefined : named(error, most);
      if (!isOfFiles(why)) return next(why);
      refuseUploads(request, why);
      next();
    });
  };
}

/** What the form itself can say, with the fields that came before the files. */
function isOfFiles(why: unknown): why is DomainError {
  return why instanceof DomainError && ['file-too-large', 'too-many-files'].includes(why.code);
}

/** A form that does not keep to the format, or breaks off, is its sender's doing; what the disk says is ours. */
function named(error: unknown, most: number): unknown {
  if (!(error instanceof MulterError))
    return error instanceof Error && !('code' in error) ? new DomainError('malformed-request') : error;
  if (error.code === 'LIMIT_FILE_SIZE') return new DomainError('file-too-large', { most });
  if (error.code === 'LIMIT_FILE_COUNT') return new DomainError('too-many-files', { most: MOST_FILES });
  return new DomainError('body-too-large');
}

async function removeFiles(request: Request): Promise<void> {
  await Promise.all(filesOf(request).map(({ path }) => rm(path, { force: true })));
}

/** One file of a form, as it lies on the disk. */
export interface Upload {
  /** Name of the form's field. */
  field: string;
  /** As the sender calls it. */
  name: string;
  path: string;
  bytes: number;
}

/** The files that came with a form; a field left empty sends none. Throws `file-too-large` or `too-many-files`. */
export function uploadsOf(request: Pick<Request, 'files'>): Upload[] {
  requireUploads(request);
  return filesOf(request);
}

function filesOf({ files }: Pick<Request, 'files'>): Upload[] {
  if (!Array.isArray(files)) return [];
  return files.filter(isWhole).map(({ fieldname, originalname, path, size }) => ({
    field: fieldname,
    name: originalname.normalize('NFC'),
    path,
    bytes: size,
  }));
}

/** Of a file that broke off multer leaves a place without anything in it, and removes the bytes by itself. */
function isWhole({ path, originalname }: Partial<Express.Multer.File>): boolean {
  return path !== undefined && originalname !== undefined;
}
