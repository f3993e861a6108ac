import { rename, rm } from 'node:fs/promises';
import { DomainError } from '../../../domain/domain-error';
import { canonicalJson } from '../../../domain/canonical';
import { ZipWriter } from '../../../platform/zip/zip-writer';
import { frozenInputs, resultJson } from '../../awards/result.view';
import type { RoundData } from '../documents/round-documents';
import { type BundleFinding, findingText } from './bundle-finding';
import { inOrder } from './in-order';
import { MANIFEST, type ManifestEntry, type Part, REPLAYED, entryOf, manifestJson } from './manifest';
import { type MadeFile, unitMaker } from './make-unit';
import type { BundleTools } from './nomination-bundle';
import { type RoundUnit, chosenUnits, roundUnits } from './round-files';
import { type RoundOrder, withTools } from './round-order';
import { formerNotices } from './signed-parts';

const FINDINGS = 'findings.json';

/** So much of finished dossiers may wait for one before them that is printed anew. */
const MOST_WAITING = 64 << 20;

interface RoundExport {
  /** As the manifest lists them, in the order of their paths. */
  files: ManifestEntry[];
  findings: BundleFinding[];
}

/**
 * Writes the bundle of a round, or of chosen folders of it (`chosenUnits`): every document and merged dossier, findings.json
 * and manifest.json; of a whole round result.json and the frozen inputs too. The same data give the same bytes. A document that cannot be made is a
 * finding and ends nothing else. Throws what the disk says, DomainError `no-browser`, `browser-failed`, `browser-too-old`
 * and `export-empty`, and the reason of the signal.
 */
export async function exportRound(order: RoundOrder, choice: readonly string[] = []): Promise<RoundExport> {
  const former = choice.length === 0 ? formerNotices(order.signed) : [];
  const units = [...chosenUnits(order.data, choice), ...former];
  const part = choice.length === 0 ? undefined : partOf(order, choice, units.length);
  if (units.length === 0 && choice.length > 0) throw new DomainError('export-empty');
  const draft = `${order.target}.${process.pid}.tmp`;
  await rm(draft, { force: true });
  const zip = new ZipWriter(draft);
  try {
    const done = await withTools(order, (tools) => write({ ...order, part }, units, tools, zip));
    await zip.end();
    order.signal?.throwIfAborted();
    await rename(draft, order.target);
    return done;
  } catch (error) {
    await zip.abort();
    await rm(draft, { force: true });
    throw error;
  }
}

/** Of everything that the bundle of the whole round would hold. */
function partOf({ data, signed }: RoundOrder, folders: readonly string[], count: number): Part {
  const all = roundUnits(data).length + formerNotices(signed).length;
  return { folders, count, all, omits: Object.values(REPLAYED) };
}

async function write(
  order: RoundOrder & { part?: Part },
  units: readonly RoundUnit[],
  tools: BundleTools,
  zip: ZipWriter,
): Promise<RoundExport> {
  const { data, evidence, renderer, signal, part } = order;
  const [files, findings]: [ManifestEntry[], BundleFinding[]] = [[], []];
  const add = async (path: string, bytes: Uint8Array) => {
    await zip.add(path, bytes, { pack: true });
    files.push(entryOf(path, bytes));
  };
  const make = unitMaker(tools);
  const working = (unit: RoundUnit) => (signal?.aborted ? Promise.resolve([]) : make(unit));
  let done = 0;
  order.onProgress?.(0, units.length);
  const room = { width: renderer.pages + 2, most: MOST_WAITING, weightOf };
  for await (const made of inOrder(units, room, working)) {
    signal?.throwIfAborted();
    for (const { path, bytes, sha256, pages, findings: found } of made) {
      if (bytes) await zip.add(path, bytes);
      if (bytes) files.push({ path, bytes: bytes.length, sha256, pages });
      findings.push(...found);
    }
    order.onProgress?.((done += 1), units.length);
  }
  const texts = { [FINDINGS]: findingsJson(findings), ...(part ? {} : replayable(data)) };
  for (const [path, text] of Object.entries(texts)) await add(path, Buffer.from(text));
  await zip.add(MANIFEST, Buffer.from(manifestJson(data, evidence.origin, files, part)), { pack: true });
  return { files, findings };
}

function weightOf(made: readonly MadeFile[]): number {
  return made.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
}

function findingsJson(findings: BundleFinding[]): string {
  return canonicalJson(findings.map((finding) => ({ ...finding, text: findingText(finding) })));
}

/** Everybody's scores, cases and complaints: what the result of a whole round is worked out again from. */
function replayable({ campaign, round, evaluation, engine }: RoundData): Record<string, string> {
  const frozen = frozenInputs(campaign, round);
  return {
    [REPLAYED.campaign]: frozen.campaign,
    [REPLAYED.nominations]: frozen.nominations,
    [REPLAYED.result]: resultJson(campaign, round, evaluation, engine, frozen),
  };
}
