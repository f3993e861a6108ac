import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SYSTEM } from '../../src/domain/access';
import { ExportJobRow } from '../../src/features/dossiers/exports/export-job.entity';
import { exportById } from '../../src/features/dossiers/exports/export.queries';
import { ExportService, type Wanted } from '../../src/features/dossiers/exports/export.service';
import { ExportWorker } from '../../src/features/dossiers/exports/export.worker';
import { CAMPAIGN } from '../support/cases';
import type { TestDatabase } from '../support/each-database';
import { importWorkedCase } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

export const ROUND: Wanted = { campaign: CAMPAIGN, phase: 'GD1', kind: 'round', choice: [] };
/** Two documents: the quickest export there is. */
export const AWARD: Wanted = { ...ROUND, kind: 'documents', choice: ['awards/BK'] };

/** An office whose worked phase can be exported. */
export interface Exporting {
  app: TestApp;
  exports: ExportService;
  worker: ExportWorker;
}

export async function exporting(
  db: TestDatabase,
  options: Parameters<typeof startApp>[1] = {},
): Promise<Exporting> {
  const app = await startApp(db, options);
  return { app, exports: app.app.get(ExportService), worker: app.app.get(ExportWorker) };
}

/** As `exporting`, with the worked case. */
export async function exportingWorkedCase(db: TestDatabase): Promise<Exporting> {
  const made = await exporting(db);
  await importWorkedCase(made.app.agent);
  return made;
}

export function start({ exports }: Exporting, wanted: Wanted): Promise<ExportJobRow> {
  return exports.start(SYSTEM, wanted);
}

/** The row of an export once it is in one of these states. */
export async function reached(
  db: TestDatabase,
  id: string,
  ...states: ExportJobRow['state'][]
): Promise<ExportJobRow> {
  for (;;) {
    const row = await exportById(db.unitOfWork.reader, id);
    if (states.includes(row.state)) return row;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The names of all files that exports have left, drafts too. */
export function exportFiles(db: TestDatabase): Promise<string[]> {
  return readdir(join(db.config.dataDir, 'exports')).catch(() => []);
}

/** The one export that is in this state, once there is one. */
export async function first(db: TestDatabase, state: ExportJobRow['state']): Promise<ExportJobRow> {
  for (;;) {
    const row = await db.unitOfWork.reader.findOneBy(ExportJobRow, { state });
    if (row) return row;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
