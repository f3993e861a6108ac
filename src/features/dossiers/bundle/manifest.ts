import { canonicalJson, compareCodes } from '../../../domain/canonical';
import { sha256Hex } from '../../../platform/hash';
import type { RoundData } from '../documents/round-documents';
import type { Origin } from './evidence-source';

export const MANIFEST = 'manifest.json';
export const SCHEMA = 'thidua/bundle@1';

/** One file of a bundle as its manifest names it. */
export interface ManifestEntry {
  /** Relative, `/` between parts. */
  path: string;
  bytes: number;
  sha256: string;
  /** Of a PDF. */
  pages?: number;
}

export interface Manifest {
  schema: typeof SCHEMA;
  campaign: string;
  phase: string;
  date: string;
  engine: string;
  /** The state of the round that was exported. */
  version: number;
  auditHead: string;
  /** Absent in the bundle of a whole round. */
  part?: Part;
  files: ManifestEntry[];
}

/** What a result is worked out again from, and the result. */
export const REPLAYED = {
  campaign: 'inputs/campaign.json',
  nominations: 'inputs/nominations.json',
  result: 'result.json',
};

/** What of a round a bundle holds. */
export interface Part {
  folders: readonly string[];
  /** So many papers of the round and dossiers of nominations. */
  count: number;
  /** Of so many. */
  all: number;
  /** Files of the whole round that a part leaves out: whoever is sent it is not told of everybody else. */
  omits: readonly string[];
}

/** manifest.json: canonical, and of the data alone; nothing in it tells when or where it was written. */
export function manifestJson(
  { round, engine }: RoundData,
  origin: Origin,
  files: ManifestEntry[],
  part?: Part,
): string {
  const { campaign, phase, date } = round;
  const sorted = files.toSorted((a, b) => compareCodes(a.path, b.path));
  const manifest: Manifest = {
    schema: SCHEMA,
    campaign,
    phase,
    date,
    engine,
    ...origin,
    part,
    files: sorted,
  };
  return canonicalJson(manifest);
}

export function entryOf(path: string, bytes: Uint8Array): ManifestEntry {
  return { path, bytes: bytes.length, sha256: sha256Hex(bytes) };
}
