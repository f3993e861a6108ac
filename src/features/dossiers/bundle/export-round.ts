import { rename, rm } from 'node:fs/promises';
import { canonicalJson } from '../../../domain/canonical';
import { countPages } from '../../../platform/pdf/count-pages';
import type { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import { ZipWriter } from '../../../platform/zip/zip-writer';
import { frozenInputs, resultJson } from '../../awards/result.view';
import type { RoundData } from '../documents/round-documents';
import type { PrintDocument } from '../printing/print-document';
import { printer } from '../printing/render-round';
import { type BundleFinding, failureText, findingText } from './bundle-finding';
import type { EvidenceSource } from './evidence-source';
import { inOrder } from './in-order';
import { MANIFEST, type ManifestEntry, entryOf, manifestJson } from './manifest';
import { type RoundFile, roundFiles } from './round-files';

export const FINDINGS = 'findings.json';

/** What an export of a round is made of, and where it goes. */
export interface RoundOrder {
  data: RoundData;
  evidence: EvidenceSource;
  /** Path of the ZIP file, in a folder that is there. The file appears whole or not at all, in place of a former one. */
  target: string;
  renderer: PdfRenderer;
  /** Where prints and merged dossiers are kept for the next export; absent: nothing is kept. */
  cacheDir?: string;
  /** Called after each file of the bundle, with how many are done. */
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

interface Made {
  path: string;
  bytes?: Uint8Array;
  pages: number;
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
  const zip = new ZipWriter(draft);
  try {
    const done = await write(order, zip);
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

async function write(order: RoundOrder, zip: ZipWriter): Promise<RoundExport> {
  const { data, evidence } = order;
  const [files, findings]: [ManifestEntry[], BundleFinding[]] = [[], []];
  const add = async (path: string, bytes: Uint8Array, pages?: number) => {
    await zip.add(path, bytes, { pack: pages === undefined });
    files.push(entryOf(path, bytes, pages));
  };
  const planned = roundFiles(data);
  let done = 0;
  order.onProgress?.(0, planned.length);
  for await (const made of inOrder(planned, order.renderer.pages + 2, maker(order))) {
    order.signal?.throwIfAborted();
    if (made.bytes) await add(made.path, made.bytes, made.pages);
    for (const finding of made.findings) order.onFinding?.(finding);
    findings.push(...made.findings);
    order.onProgress?.((done += 1), planned.length);
  }
  for (const [path, text] of Object.entries(textFiles(data, findings))) await add(path, Buffer.from(text));
  const manifest = manifestJson(data, evidence.origin, files);
  await zip.add(MANIFEST, Buffer.from(manifest), { pack: true });
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

/** Failures of one document alone; a browser that is not there fails all of them, and so the export. */
const OF_ALL = new Set(['no-browser', 'browser-failed', 'browser-too-old']);

function maker({ data, renderer, cacheDir, signedFile, signal }: RoundOrder) {
  const print = printer(data, renderer, cacheDir);
  return async ({ path, document, nomination }: RoundFile): Promise<Made> => {
    signal?.throwIfAborted();
    try {
      const bytes = (await signedFile?.(document())) ?? (await print(document)).bytes;
      return { path, bytes, pages: countPages(bytes), findings: [] };
    } catch (failure) {
      if (isOfAll(failure)) throw failure;
      const params = { file: path, reason: failureText(failure) };
      return {
        path,
        pages: 0,
        findings: [{ file: path, nomination: nomination?.code, code: 'not-made', params }],
      };
    }
  };
}

function isOfAll(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && OF_ALL.has(String(failure.code));
}
