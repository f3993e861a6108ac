import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DomainError } from '../../../domain/domain-error';
import type { EvidenceSource } from '../bundle/evidence-source';
import { dossier } from '../bundle/make-unit';
import { type RoundUnit, roundUnits } from '../bundle/round-files';
import { pressOf } from '../printing/render-round';
import type { Writing } from './write-export';

/**
 * The merged dossier of one nomination as one PDF: cover, papers, evidence. Throws `nomination-not-found` where it is no
 * longer in the round, the DomainErrors of the renderer, and the reason of the signal.
 */
export async function writeMerged(code: string, evidence: EvidenceSource, writing: Writing): Promise<void> {
  const { data, renderer, processes, cacheDir, signal, target, onFinding, onProgress } = writing;
  const { nomination, set, document } = unitOf(writing, code);
  onProgress(0, 1);
  const tools = { data, evidence, processes, cacheDir, press: pressOf(data, renderer, cacheDir) };
  const made = await dossier(tools, { nomination, set, document: document() });
  signal.throwIfAborted();
  const file = basename(target).replace(/\.tmp$/, '');
  for (const finding of made.findings) onFinding({ ...finding, file, nomination: code });
  await writeFile(target, made.bytes);
  onProgress(1, 1);
}

function unitOf({ data }: Writing, code: string): Extract<RoundUnit, { kind: 'nomination' }> {
  for (const unit of roundUnits(data))
    if (unit.kind === 'nomination' && unit.nomination.code === code) return unit;
  throw new DomainError('nomination-not-found', { nomination: code });
}
