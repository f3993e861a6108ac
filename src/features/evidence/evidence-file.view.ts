import { dayText } from '../../platform/text/vietnam-time';
import type { EvidenceFileRow } from '../nominations/evidence-file.entity';
import type { FileUse } from './duplicate-file.queries';
import type { PieceWithFile } from './evidence-file.queries';
import { FILE_TYPES } from './file-type';
import { isPlanMark } from '../../domain/criterion-name';
import { message } from '../../platform/messages/message';

/** One line of the partial `web/evidence-list`. */
interface EvidenceItem {
  /** Absent for what is named by title and document alone. */
  href?: string;
  type: string;
  name: string;
  detail: string;
  warning?: string;
  remove?: string;
}

interface Beside {
  /** Address of the evidence page, where pieces may be taken away. */
  removable?: string;
  /** Where else these files stand; only for who may compare. */
  uses?: readonly FileUse[];
}

/** Pieces of evidence as the lines of `web/evidence-list`. */
export function evidenceItems(
  pieces: readonly PieceWithFile[],
  { removable, uses = [] }: Beside = {},
): EvidenceItem[] {
  return pieces.map(({ piece, file }) => ({
    ...(file && { href: fileHref(file.id) }),
    type: file ? FILE_TYPES[file.type].label : 'Văn bản',
    name: piece.title,
    detail: [piece.document && `Số ${piece.document}`, file ? fileDetail(file) : piece.file]
      .filter(Boolean)
      .join(' · '),
    ...warningOf(file, uses),
    ...(removable && { remove: `${removable}/${piece.id}/bo` }),
  }));
}

export function fileHref(id: string): string {
  return `/minh-chung/${id}`;
}

/** `bao-cao.pdf · 1,2 MB · 20/11/2026 · Nguyễn Văn An`. */
function fileDetail({ name, bytes, uploadedAt, uploadedBy }: EvidenceFileRow): string {
  return [name, sizeText(bytes), dayText(uploadedAt), uploadedBy].join(' · ');
}

/** `340 KB`, `1,2 MB`, with a space that does not break: rounded up, so that nothing is 0. */
export function sizeText(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)}\u00a0KB`;
  const tenths = Math.ceil((bytes * 10) / (1024 * 1024));
  return `${Math.floor(tenths / 10)},${tenths % 10}\u00a0MB`;
}

function warningOf(file: EvidenceFileRow | undefined, uses: readonly FileUse[]): { warning?: string } {
  const others = uses.filter(
    ({ sha256, nominationId }) => sha256 === file?.sha256 && nominationId !== file.nominationId,
  );
  const named = [...new Map(others.map((use) => [use.nominationId, `${use.code} (${use.unit})`])).values()];
  return named.length > 0 ? { warning: `Tệp này cũng có trong hồ sơ ${named.join(', ')}.` } : {};
}

/** A file as the API tells it. */
export function fileView(row: EvidenceFileRow) {
  const { id, evidenceId, name, type, bytes, sha256, scan, uploadedBy, uploadedAt } = row;
  return { id, evidence: evidenceId, name, type, bytes, sha256, scan, uploadedBy, uploadedAt };
}

/** Files in several nominations as the rows of `web/table`: one row for each place, the file named on its first. */
export function duplicateRows(groups: readonly (readonly FileUse[])[]) {
  return groups.flatMap((uses) =>
    uses.map((use, index) => ({
      cells: [
        { text: use.file, href: fileHref(use.fileId), sub: index === 0 ? sizeText(use.bytes) : undefined },
        { text: `${use.code} · ${use.nominee}`, href: `/de-nghi/${use.nominationId}`, sub: use.unit },
        {
          text: use.title,
          sub: isPlanMark(use.criterion) ? message('criterion.name', { code: use.criterion }) : undefined,
        },
        { text: dayText(use.uploadedAt), sub: use.campaign },
      ],
    })),
  );
}

export const DUPLICATE_COLUMNS = [
  { label: 'Tệp' },
  { label: 'Hồ sơ' },
  { label: 'Minh chứng' },
  { label: 'Ngày tải lên' },
];
