import type { CleanPages, Limits } from '../../../platform/pdf/foreign/clean-pdf';
import { PdfFailure } from '../../../platform/pdf/pdf-failure';
import type { PdfProcesses } from '../../../platform/pdf/process/pdf-processes';
import { DossierCache } from '../printing/dossier-cache';
import { madeWith } from '../printing/made-with';
import { digest } from '../printing/press';
import type { EvidenceFile, EvidencePiece, EvidenceSource } from './evidence-source';
import { isMissing, isOfTheMachine } from './of-the-machine';
import { packed, unpacked } from './packed';
import type { PreparedPiece, Reason } from './prepared-piece';

/** Of one file: what people read in a sitting, and what a printer takes. */
const LIMITS: Limits = { pages: 500, bytes: 64 * 1024 * 1024 };
const TIMEOUT_MS = 30_000;
/** Of all files of one dossier: what is merged lies in memory several times. */
const MOST_BYTES = 150 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

export interface Preparing {
  evidence: EvidenceSource;
  processes: Pick<PdfProcesses, 'run'>;
  signal?: AbortSignal;
  cacheDir?: string;
  onFailure?: (file: string, failure: unknown) => void;
}

/**
 * Every piece in the order of the criteria: its pages, or why there are none. One that fails stops no other. Throws what
 * `isOfTheMachine` says no other file would fare better with.
 */
export async function prepareEvidence(
  pieces: readonly { piece: EvidencePiece; criterion: string }[],
  tools: Preparing,
): Promise<PreparedPiece[]> {
  const prepared: PreparedPiece[] = [];
  let room = MOST_BYTES;
  for (const { piece, criterion } of pieces) {
    const one = await prepare(piece, room, tools);
    if (one.kind === 'pages') room -= one.pdf.length;
    if (one.kind === 'attached') room -= one.bytes.length;
    prepared.push({ ...one, piece, criterion });
  }
  return prepared;
}

type Made = PreparedPiece extends infer P
  ? P extends unknown
    ? Omit<P, 'piece' | 'criterion'>
    : never
  : never;

async function prepare({ file }: EvidencePiece, room: number, tools: Preparing): Promise<Made> {
  if (!file) return { kind: 'listed' };
  try {
    const made = await pagesOrBytes(file, tools);
    const length = made.kind === 'pages' ? made.pdf.length : made.bytes.length;
    if (length > room) throw new PdfFailure('dossier-full');
    return made;
  } catch (error) {
    tools.signal?.throwIfAborted();
    const { code, params } = reasonOf(file, error, tools);
    return {
      kind: 'named',
      file,
      reason: { code, params: { ...params, most: params.most ?? MOST_BYTES / MEGABYTE } },
    };
  }
}

function reasonOf(file: EvidenceFile, error: unknown, { onFailure }: Preparing): Reason {
  if (error instanceof PdfFailure) return error;
  if (isOfTheMachine(error)) throw error;
  if (isMissing(error)) return { code: 'missing', params: {} };
  onFailure?.(file.sha256, error);
  return { code: 'unreadable', params: {} };
}

type WithBytes = Extract<Made, { kind: 'pages' | 'attached' }>;

async function pagesOrBytes(file: EvidenceFile, tools: Preparing): Promise<WithBytes> {
  if (file.bytes > LIMITS.bytes) throw new PdfFailure('too-large', { most: LIMITS.bytes / MEGABYTE });
  if (file.type === 'docx' || file.type === 'xlsx')
    return { kind: 'attached', file, bytes: await tools.evidence.read(file.sha256) };
  return { kind: 'pages', file, ...(await cleanPages(file, tools)) };
}

/** The same file in many dossiers is cleaned once. */
async function cleanPages(
  file: EvidenceFile,
  { evidence, processes, cacheDir }: Preparing,
): Promise<CleanPages> {
  const cache = cacheDir === undefined ? undefined : new DossierCache(cacheDir);
  const key = digest(['clean', madeWith(), file.sha256, file.type]);
  const kept = await cache?.get(key);
  if (kept) {
    const { head, bytes } = unpacked(kept);
    return { ...(head as Omit<CleanPages, 'pdf'>), pdf: bytes };
  }
  const bytes = await evidence.read(file.sha256);
  const options = { timeoutMs: TIMEOUT_MS };
  const { pdf, ...head } =
    file.type === 'pdf'
      ? await processes.run('clean', { bytes, limits: LIMITS }, options)
      : await processes.run('image', { bytes, type: file.type === 'png' ? 'png' : 'jpeg' }, options);
  await cache?.put(key, packed(head, pdf)).catch(() => undefined);
  return { ...head, pdf };
}
