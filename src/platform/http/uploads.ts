import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, RequestHandler } from 'express';
import multer, { MulterError } from 'multer';
import { DomainError } from '../../domain/domain-error';
import type { Config } from '../config/config';
import { isApi } from './surface';

const MULTIPART = 'multipart/form-data';
const MOST_FILES = 20;
const MOST_FIELDS = 2_000;
const MEGABYTE = 1024 * 1024;

/**
 * Takes in the files of a form, for pages and for whoever is logged in; they lie in a folder of their own until the answer
 * has gone out. What is to be kept is moved away before.
 */
export function acceptUploads(app: NestExpressApplication, { dataDir, maxUploadMb }: Config): void {
  const folder = join(dataDir, 'uploads');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const limits = {
    fileSize: maxUploadMb * MEGABYTE,
    files: MOST_FILES,
    fields: MOST_FIELDS,
    fieldSize: MEGABYTE,
  };
  const read = multer({ dest: folder, limits, defParamCharset: 'utf8' }).any();
  app.use(onlyForms(read, maxUploadMb));
}

function onlyForms(read: RequestHandler, most: number): RequestHandler {
  return (request, response, next) => {
    if (isApi(request) || !request.is(MULTIPART)) return next();
    if (request.session?.personId === undefined) return next(new DomainError('unauthenticated'));
    response.once('close', () => void removeFiles(request));
    void read(request, response, (error: unknown) =>
      next(error === undefined ? undefined : named(error, most)),
    );
  };
}

function named(error: unknown, most: number): unknown {
  if (!(error instanceof MulterError)) return error;
  return error.code === 'LIMIT_FILE_SIZE'
    ? new DomainError('file-too-large', { most })
    : new DomainError('too-many-files', { most: MOST_FILES });
}

async function removeFiles(request: Request): Promise<void> {
  await Promise.all(uploadsOf(request).map(({ path }) => rm(path, { force: true })));
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

/** The files that came with a form; a field left empty sends none. */
export function uploadsOf({ files }: Request): Upload[] {
  if (!Array.isArray(files)) return [];
  return files
    .filter(({ size, originalname }) => size > 0 || originalname !== '')
    .map(({ fieldname, originalname, path, size }) => ({
      field: fieldname,
      name: originalname.normalize('NFC'),
      path,
      bytes: size,
    }));
}
