import { basename } from 'node:path';
import { DomainError } from '../../../domain/domain-error';
import type { RoundData } from '../documents/round-documents';
import { writeAtomically } from '../../../platform/files/write-atomically';
import type { BundleFinding } from './bundle-finding';
import { dossier } from './make-unit';
import { type RoundUnit, roundUnits } from './round-files';
import { type RoundOrder, withTools } from './round-order';

/**
 * Writes the merged dossier of one nomination as one PDF: cover, papers, evidence; gives what is not in it as it should be. Throws `nomination-not-found` where it is
 * not in the round, the DomainErrors of the renderer, and the reason of the signal.
 */
export async function exportNomination(code: string, order: RoundOrder): Promise<BundleFinding[]> {
  const { nomination, set, document } = unitOf(order.data, code);
  order.onProgress?.(0, 1);
  const made = await withTools(order, (tools) =>
    // One file alone has nothing beside it that its cover could name.
    dossier({ ...tools, signed: undefined }, { nomination, set, document: document() }),
  );
  order.signal?.throwIfAborted();
  await writeAtomically(order.target, made.bytes);
  order.onProgress?.(1, 1);
  const file = basename(order.target).replace(/\.tmp$/, '');
  return made.findings.map((finding) => ({ ...finding, file, nomination: code }));
}

function unitOf(data: RoundData, code: string): Extract<RoundUnit, { kind: 'nomination' }> {
  for (const unit of roundUnits(data))
    if (unit.kind === 'nomination' && unit.nomination.code === code) return unit;
  throw new DomainError('nomination-not-found', { nomination: code });
}
