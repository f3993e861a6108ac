import { canonicalJson } from '../../../domain/canonical';
import { sha256Hex } from '../../../platform/hash';
import { countPages } from '../../../platform/pdf/count-pages';
import type { BundleReader } from './bundle-reader';
import { MANIFEST, type Manifest, type ManifestEntry, type Part, REPLAYED, SCHEMA } from './manifest';

/** What differs from the day of the export; the code names the sentence `verify.<code>`. */
interface Difference {
  code: string;
  params: Record<string, string | number>;
}

export interface Verified {
  manifest?: Manifest;
  /** Of manifest.json itself: to be held against what was written down elsewhere. */
  sha256: string;
  differences: Difference[];
  /** Files that bear a digital signature; whose, says who checks signatures. */
  signed: number;
  /** The words that a result is replayed from; undefined where one of them is not as it was. A part has none. */
  kept?: { campaign: string; nominations: string; result: string } | 'too-long' | 'omitted';
}

/** What is read into memory at once. */
const LONGEST = 512 * 1024 * 1024;
/** A round of ten thousand nominees has a manifest of five. */
const LONGEST_MANIFEST = 32 * 1024 * 1024;
/** Of each file that a result is replayed from: a round of 10,000 nominees has ten megabytes. */
export const LONGEST_REPLAYED = 256 * 1024 * 1024;

/** Holds every file of a bundle against its manifest, and tells all differences at once. */
export async function verifyBundle(bundle: BundleReader): Promise<Verified> {
  const bytes = await wholly(bundle, MANIFEST, LONGEST_MANIFEST);
  const sha256 = sha256Hex(bytes ?? '');
  if (!bytes) return { sha256, signed: 0, differences: [{ code: 'no-manifest', params: {} }] };
  const manifest = manifestOf(bytes);
  if (!manifest) return { sha256, signed: 0, differences: [{ code: 'bad-manifest', params: {} }] };
  const differences: Difference[] = [...strangers(bundle, manifest)];
  let signed = 0;
  for (const entry of manifest.files) {
    const seen = await look(bundle, entry);
    differences.push(...seen.differences);
    signed += seen.signed ? 1 : 0;
  }
  return { manifest, sha256, differences, signed, kept: await keptIn(bundle, manifest, differences) };
}

function manifestOf(bytes: Buffer): Manifest | undefined {
  try {
    const manifest = JSON.parse(bytes.toString('utf8')) as Manifest;
    return isManifest(manifest) && canonicalJson(manifest) === bytes.toString('utf8') ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** A file that was named twice would be read twice, or a million times. */
function isManifest({ schema, campaign, phase, auditHead, part, files }: Manifest): boolean {
  const isTold = [campaign, phase, auditHead].every((each) => typeof each === 'string');
  const isOnce = new Set(files.map(({ path }) => path)).size === files.length;
  return (
    schema === SCHEMA && isTold && isOnce && (part === undefined || isPart(part)) && files.every(isEntry)
  );
}

function isPart({ folders, count, all, omits }: Part): boolean {
  const isTold = [...folders, ...omits].every((each) => typeof each === 'string');
  return isTold && [count, all].every(Number.isSafeInteger);
}

function isEntry({ path, bytes, sha256, pages }: ManifestEntry): boolean {
  const hasPages = pages === undefined || Number.isSafeInteger(pages);
  return typeof path === 'string' && Number.isSafeInteger(bytes) && /^[0-9a-f]{64}$/.test(sha256) && hasPages;
}

function strangers({ sizes }: BundleReader, { files }: Manifest): Difference[] {
  const known = new Set([MANIFEST, ...files.map(({ path }) => path)]);
  return [...sizes.keys()]
    .filter((path) => !known.has(path))
    .map((path) => ({ code: 'extra', params: { path } }));
}

async function look(
  bundle: BundleReader,
  { path, bytes, sha256, pages }: ManifestEntry,
): Promise<{ differences: Difference[]; signed: boolean }> {
  const size = bundle.sizes.get(path);
  const told = (code: string, params: Difference['params'] = {}) => ({
    differences: [{ code, params: { path, ...params } }],
    signed: false,
  });
  if (size === undefined) return told('missing');
  if (size !== bytes) return told('changed-size', { said: bytes, found: size });
  const content = await wholly(bundle, path);
  if (!content || sha256Hex(content) !== sha256) return told('changed');
  const found = pages === undefined ? 0 : countPages(content);
  if (pages !== undefined && found > 0 && found !== pages) return told('pages', { said: pages, found });
  return { differences: [], signed: pages !== undefined && content.includes('/ByteRange') };
}

/** Undefined for a file that is not there, is broken, or is larger than any that we write. */
async function wholly(bundle: BundleReader, path: string, most = LONGEST): Promise<Buffer | undefined> {
  if ((bundle.sizes.get(path) ?? Infinity) > most) return undefined;
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of bundle.read(path)) chunks.push(chunk);
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks);
}

async function keptIn(
  bundle: BundleReader,
  { part }: Manifest,
  differences: readonly Difference[],
): Promise<Verified['kept']> {
  const paths = Object.values(REPLAYED);
  if (part && paths.every((path) => part.omits.includes(path) && !bundle.sizes.has(path))) return 'omitted';
  if (differences.some(({ params }) => paths.includes(String(params.path)))) return undefined;
  if (paths.some((path) => (bundle.sizes.get(path) ?? 0) > LONGEST_REPLAYED)) return 'too-long';
  const [campaign, nominations, result] = await Promise.all(
    [REPLAYED.campaign, REPLAYED.nominations, REPLAYED.result].map((path) => wholly(bundle, path)),
  );
  if (!campaign || !nominations || !result) return undefined;
  return { campaign: String(campaign), nominations: String(nominations), result: String(result) };
}
