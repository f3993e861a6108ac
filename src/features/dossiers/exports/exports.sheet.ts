import type { Campaign } from '../../../domain/campaign';
import { message } from '../../../platform/messages/message';
import type { ListSheet } from '../../../platform/sheets/list-sheet';
import { sheetOf } from '../../../platform/sheets/whole-list';
import { momentText } from '../../../platform/text/vietnam-time';
import type { ExportJobRow } from './export-job.entity';
import type { PhaseToExport } from './export.queries';
import { contentText, exportBadge, hasFile, outcomeText, sizeText } from './export.view';

/** Every phase that may be exported. */
export function phasesSheet(phases: readonly PhaseToExport[]): ListSheet {
  return sheetOf(message('list.title.phases-to-export'), phases, [
    ['campaign', 60, ({ title }) => title],
    ['phase', 14, ({ phase }) => phase],
    ['last-export', 20, ({ last }) => moment(last)],
    ['open-exports', 18, ({ open }) => open],
  ]);
}

/** The exports of a phase, newest first. */
export function exportsSheet(phase: string, campaign: Campaign, jobs: readonly ExportJobRow[]): ListSheet {
  return sheetOf(message('list.title.exports', { phase }), jobs, [
    ['export', 60, (job) => contentText(job, campaign)],
    ['asked-by', 28, ({ createdBy }) => createdBy],
    ['asked-at', 20, ({ createdAt }) => moment(createdAt)],
    ['state', 20, (job) => exportBadge(job).label],
    ['ended-at', 20, ({ endedAt }) => moment(endedAt)],
    ['data-at', 20, ({ dataAt }) => moment(dataAt)],
    ['findings', 16, ({ findings }) => findings.length],
    ['files', 10, ({ total }) => total],
    ['size', 12, (job) => (hasFile(job) ? sizeText(job.kilobytes ?? 0) : '')],
    ['sha256', 66, ({ sha256 }) => sha256],
    ['outcome-text', 60, outcomeText],
  ]);
}

function moment(instant: string | null): string {
  return instant === null ? '' : momentText(instant);
}
