import type { EntityManager } from 'typeorm';
import { paperIn } from '../documents/one-paper';
import type { RoundData } from '../documents/round-data';
import { formerlyNoticed } from '../papers/noticed-unit';
import type { PaperName } from '../papers/paper-subject';
import { keyOf } from '../papers/papers.queries';
import { wordsDigest } from './paper-words';
import type { SignedFiles } from './signed-files';
import type { SignedPaperRow } from './signed-paper.entity';
import { lastChange, signedPapersOfPhase } from './signed-paper.queries';

/** A paper that came back signed, as it goes into an export: the very bytes that were sent. */
export interface SignedCopy {
  read: () => Promise<Uint8Array>;
  /** Undefined where it says what the data say. `at`: when these were changed last; null where that is not known. */
  outdated: () => { at: string | null } | undefined;
}

/** Those of one round. */
export interface SignedPapers {
  of: (paper: PaperName) => SignedCopy | undefined;
  /** Notices to units that are a part of another today: no document of the round stands for them. */
  former: readonly { id: string; unit: string; copy: SignedCopy }[];
}

/** The papers of a phase that came back signed, held against its data: three queries. Files are read when they are asked for. */
export async function signedPapers(
  reader: EntityManager,
  files: SignedFiles,
  phaseId: string,
  data: RoundData,
): Promise<SignedPapers> {
  const rows = await signedPapersOfPhase(reader, phaseId);
  const at = rows.size > 0 ? await lastChange(reader, phaseId) : null;
  const read =
    ({ sha256 }: SignedPaperRow) =>
    () =>
      files.read(sha256);
  const former = (await formerlyNoticed(reader, phaseId)).flatMap(({ id, name }) => {
    const row = rows.get(keyOf('notice', id));
    return row ? [{ id, unit: name, copy: { read: read(row), outdated: () => undefined } }] : [];
  });
  const now = (name: PaperName) => wordsDigest(data, (known) => paperIn(known, name));
  return {
    former,
    of: (name) => {
      const row = rows.get(keyOf(name.kind, name.subject));
      if (!row) return undefined;
      const isOld = () => row.content !== null && isOutdated(row, now(name));
      return { read: read(row), outdated: () => (isOld() ? { at } : undefined) };
    },
  };
}

/** Nothing is claimed of a copy that came before this was kept. */
export function isOutdated({ content }: SignedPaperRow, now: string | null): boolean {
  return content !== null && content !== now;
}
