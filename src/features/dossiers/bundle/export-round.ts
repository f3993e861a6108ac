import { rename, rm } from 'node:fs/promises';
import { canonicalJson } from '../../../domain/canonical';
import type { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import { PdfProcesses } from '../../../platform/pdf/process/pdf-processes';
import { ZipWriter } from '../../../platform/zip/zip-writer';
import { frozenInputs, resultJson } from '../../awards/result.view';
import type { RoundData } from '../documents/round-documents';
import type { PrintDocument } from '../printing/print-document';
import { pressOf } from '../printing/render-round';
import { type BundleFinding, findingText } from './bundle-finding';
import type { EvidenceSource } from './evidence-source';
import { inOrder } from './in-order';
import { MANIFEST, type ManifestEntry, entryOf, manifestJson } from './manifest';
import { unitMaker } from './make-unit';
import { type RoundUnit, roundUnits } from './round-files';

export const FINDINGS = 'findings.json';

/** What an export of a round is made of, and where it goes. */
export interface RoundOrder {
  data: RoundData;
  evidence: EvidenceSource;
  /** Path of the ZIP file, in a folder that is there. The file appears whole or not at all, in place of a former one. */
  target: string;
  renderer: PdfRenderer;
  /** Warm ones; absent: some are started for this export alone. */
  processes?: PdfProcesses;
  /** Where prints and merged dossiers are kept for the next export; absent: nothing is kept. */
  cacheDir?: string;
  /** Called after each nomination and each paper of the round, with how many are done. */
  onProgress?: (done: number, total: number) => void;
  /** Ends the export soon: it rejects with the reason of the signal, and nothing is left of the target's draft. */
  signal?: AbortSignal;
  /** Called for each finding when it is found. */
  onFinding?: (finding: BundleFinding) => void;
  /** A document that was signed already goes in as it is; undefined where there is none. */
  signedFile?: (document: PrintDocument) => Promise<Uint8Array | undefined>;
}

export interface RoundExport {
  /** As the manifest lists them, in the order of their paths. */
  files: ManifestEntry[];
  findings: BundleFinding[];
}

/**
 * Writes the bundle of a round: every document and merged dossier, result.json, the frozen inputs, findings.json and
 * manifest.json. The same data give the same bytes. A document that cannot be made is a finding and ends nothing else.
 * Throws what the disk says, DomainError `no-browser`, `browser-failed` and `browser-too-old`, and the reason of the signal.
 */
export async function exportRound(order: RoundOrder): Promise<RoundExport> {
  const draft = `${order.target}.${process.pid}.tmp`;
  await rm(draft, { force: true });
  const processes = order.processes ?? new PdfProcesses();
  const zip = new ZipWriter(draft);
  try {
    const done = await write(order, zip, processes);
    await zip.end();
    order.signal?.throwIfAborted();
    await rename(draft, order.target);
    return done;
  } catch (error) {
    await zip.abort();
    await rm(draft, { force: true });
    throw error;
  } finally {
    if (!order.processes) await processes.close();
  }
}

async function write(order: RoundOrder, zip: ZipWriter, processes: PdfProcesses): Promise<RoundExport> {
  const { data, evidence, renderer, cacheDir, signal } = order;
  const [files, findings]: [ManifestEntry[], BundleFinding[]] = [[], []];
  const add = async (path: string, bytes: Uint8Array) => {
    await zip.add(path, bytes, { pack: true });
    files.push(entryOf(path, bytes));
  };
  const units = roundUnits(data);
  const tools = { data, evidence, processes, cacheDir, press: pressOf(data, renderer, cacheDir) };
  const make = unitMaker(tools, order.signedFile);
  const working = (unit: RoundUnit) => (signal?.aborted ? Promise.resolve([]) : make(unit));
  let done = 0;
  order.onProgress?.(0, units.length);
  for await (const made of inOrder(units, renderer.pages + 2, working)) {
    signal?.throwIfAborted();
    for (const { path, bytes, sha256, pages, findings: found } of made) {
      if (bytes) await zip.add(path, bytes);
      if (bytes) files.push({ path, bytes: bytes.length, sha256, pages });
      for (const finding of found) order.onFinding?.(finding);
      findings.push(...found);
    }
    order.onProgress?.((done += 1), units.length);
  }
  for (const [path, text] of Object.entries(textFiles(data, findings))) await add(path, Buffer.from(text));
  await zip.add(MANIFEST, Buffer.from(manifestJson(data, evidence.origin, files)), { pack: true });
  return { files, findings };
}

function textFiles(
  { campaign, round, evaluation, engine }: RoundData,
  findings: BundleFinding[],
): Record<string, string> {
  const frozen = frozenInputs(campaign, round);
  return {
    [FINDINGS]: canonicalJson(findings.map((finding) => ({ ...finding, text: findingText(finding) }))),
    'inputs/campaign.json': frozen.campaign,
    'inputs/nominations.json': frozen.nominations,
    'result.json': resultJson(campaign, round, evaluation, engine),
  };
}
