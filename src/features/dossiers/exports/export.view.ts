import type { Campaign } from '../../../domain/campaign';
import { message } from '../../../platform/messages/message';
import { momentText } from '../../../platform/text/vietnam-time';
import type { BadgeKind } from '../../nominations/state.view';
import { findingText } from '../bundle/bundle-finding';
import type { ExportJobRow, ExportState } from './export-job.entity';
import { foldersOf } from './export-kind';
import { KEPT_DAYS } from './export.keeper';

const KINDS: Readonly<Record<ExportState, BadgeKind>> = {
  waiting: 'wait',
  running: 'info',
  done: 'ok',
  failed: 'bad',
  cancelled: 'off',
};

export function exportBadge({ state }: ExportJobRow) {
  return { label: message(`export.state.${state}`), kind: KINDS[state] };
}

/** How far an export is, as an event tells it. */
interface ExportProgress {
  done: number;
  total: number;
  text: string;
  ended: boolean;
}

/** `before` is how many exports have not ended and stand before this one. */
export function progressOf(job: ExportJobRow, before: number): ExportProgress {
  const { done, total } = job;
  return { done, total: total ?? 0, text: progressText(job, before), ended: job.endedAt !== null };
}

function progressText({ state, done, total, attempts }: ExportJobRow, before: number): string {
  if (state === 'waiting' && attempts > 0) return message('export.progress.again', { attempts });
  if (state === 'waiting') return waitingText(before);
  if (state !== 'running') return message(`export.progress.${state}`);
  return total === null
    ? message('export.progress.preparing')
    : message('export.progress.running', { done, total });
}

function waitingText(before: number): string {
  return before === 0 ? message('export.progress.next') : message('export.progress.waiting', { before });
}

/** What an export is of: all of the phase, one nomination, or the folders that were chosen. */
export function contentText(job: ExportJobRow, campaign: Campaign): string {
  const what = choiceText(job, campaign);
  return job.word ? message('export.with-word', { what }) : what;
}

function choiceText({ kind, choice }: ExportJobRow, campaign: Campaign): string {
  if (kind === 'round') return message('export.kind.round');
  if (kind === 'nomination') return message('export.kind.nomination', { code: choice[0] ?? '' });
  const names = foldersOf(campaign).filter(({ folder }) => choice.includes(folder));
  return message('export.kind.documents', { names: names.map(({ label }) => label).join('; ') });
}

/** Whether there is a file to be had. */
export function hasFile({ state, removedAt }: ExportJobRow): boolean {
  return state === 'done' && removedAt === null;
}

export function sizeText(kilobytes: number): string {
  if (kilobytes < 1024) return `${kilobytes} KB`;
  return `${(kilobytes / 1024).toFixed(1).replace('.', ',')} MB`;
}

/** What came of an export, in one sentence; empty while it has not ended. */
export function outcomeText(job: ExportJobRow): string {
  if (job.state === 'failed' && job.error) return message(`error.${job.error.code}`, job.error.params);
  if (job.state === 'done' && job.removedAt !== null) return message('export.removed', { days: KEPT_DAYS });
  if (job.state === 'cancelled') return message('export.progress.cancelled');
  return '';
}

export function findingLines({ findings }: ExportJobRow): string[] {
  return findings.map(findingText);
}

/** A row of the list of exports. */
export function exportRow(job: ExportJobRow, campaign: Campaign) {
  const { label, kind } = exportBadge(job);
  const { id, createdAt, createdBy, total, kilobytes } = job;
  return {
    cells: [
      { text: contentText(job, campaign), href: `/xuat-ho-so/${id}` },
      { text: momentText(createdAt), sub: createdBy },
      { text: label, badge: kind, sub: findingCount(job) },
      { text: hasFile(job) ? sizeText(kilobytes ?? 0) : '–', sub: hasFile(job) ? filesText(total) : '' },
    ],
  };
}

function findingCount({ findings }: ExportJobRow): string {
  return findings.length === 0 ? '' : message('export.findings', { count: findings.length });
}

function filesText(total: number | null): string {
  return message('export.files', { count: total ?? 0 });
}

/** An export as programs see it. */
export function exportView(job: ExportJobRow) {
  const { id, kind, choice, word, state, done, total, attempts, sha256, kilobytes, inputVersion } = job;
  const { createdBy, createdAt, dataAt, endedAt, removedAt } = job;
  return {
    id,
    kind,
    choice,
    word,
    state,
    done,
    total,
    attempts,
    inputVersion,
    dataAt,
    createdBy,
    createdAt,
    endedAt,
    removedAt,
    sha256,
    kilobytes,
    error: job.error && {
      code: job.error.code,
      detail: message(`error.${job.error.code}`, job.error.params),
    },
    findings: job.findings.map((finding) => ({ ...finding, detail: findingText(finding) })),
  };
}
