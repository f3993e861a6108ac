import { type FileHandle, open } from 'node:fs/promises';
import { StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { DomainError } from '../../../domain/domain-error';
import type { OpenPhase } from '../../campaigns/phase.queries';
import { fileNames } from '../printing/file-name';
import type { ExportFiles } from './export.files';
import type { ExportJobRow } from './export-job.entity';
import { endingOf } from './export-kind';
import { KEPT_DAYS } from './export.keeper';

const TYPES = { zip: 'application/zip', pdf: 'application/pdf' };

/**
 * The file of a finished export, as an attachment only. Throws `export-not-done`, `export-removed-not-found`, and
 * `export-file-not-found` where the file is not on this machine.
 */
export async function exportAnswer(
  response: Response,
  files: ExportFiles,
  job: ExportJobRow,
  phase: OpenPhase,
): Promise<StreamableFile> {
  const content = await openFile(files, job);
  const { size } = await content.stat();
  response.attachment(nameOf(job, phase));
  response.set({
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  });
  return new StreamableFile(content.createReadStream(), { type: TYPES[endingOf(job.kind)], length: size });
}

async function openFile(files: ExportFiles, job: ExportJobRow): Promise<FileHandle> {
  if (job.state !== 'done') throw new DomainError('export-not-done');
  if (job.removedAt !== null) throw new DomainError('export-removed-not-found', { days: KEPT_DAYS });
  return open(files.pathOf(job)).catch(() => {
    throw new DomainError('export-file-not-found');
  });
}

/** `hung-yen-ha-tang-GD1.zip`: nothing in a name steers a disk. */
function nameOf({ kind, choice }: ExportJobRow, { campaign, phase }: OpenPhase): string {
  const parts = [campaign.code, phase.code, ...(kind === 'nomination' ? choice : [])];
  const names = parts.map((part) => fileNames([part]).get(part));
  const what = kind === 'documents' ? ['chon-loc'] : [];
  return `${[...names, ...what].join('-')}.${endingOf(kind)}`;
}
