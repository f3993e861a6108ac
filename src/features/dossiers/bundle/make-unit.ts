import { createHash } from 'node:crypto';
import type { PrintDocument } from '../printing/print-document';
import { DossierCache } from '../printing/dossier-cache';
import { type Press, digest } from '../printing/render-round';
import { toWord } from '../word/word-document';
import { type BundleFinding, failureText } from './bundle-finding';
import { CODE_VERSION } from './code-version';
import type { Origin } from './evidence-source';
import { type BundleTools, type DossierFinding, dossierKey, nominationBundle } from './nomination-bundle';
import { packed, unpacked } from './packed';
import { isOfTheMachine } from './of-the-machine';
import type { RoundUnit } from './round-files';
import { besideDossier, signedPart } from './signed-parts';
import { stampOf } from './stamp';

/** A file of a bundle with what its manifest says of it; without bytes where it could not be made. */
export interface MadeFile {
  path: string;
  bytes?: Uint8Array;
  sha256: string;
  /** Of a PDF. */
  pages?: number;
  findings: BundleFinding[];
}

const DOSSIER = 'ho-so.pdf';
const PAPERS = 'bao-cao-va-phieu-cham.pdf';

/** Makes the files of a unit, or takes them from the cache. A file that fails is a finding. */
export function unitMaker(tools: BundleTools) {
  return async (unit: RoundUnit): Promise<MadeFile[]> => {
    if (unit.kind === 'signed') {
      const { file, copy } = unit;
      return [await attempt(file, () => signedPart(tools.processes, copy, file))];
    }
    if (unit.kind === 'paper') {
      const document = unit.document();
      return Promise.all([
        attempt(document.file, () => paper(tools, document, tools.evidence.papers)),
        ...wordBeside(tools, document, document.file),
      ]);
    }
    const { folder, nomination, set } = unit;
    const document = unit.document();
    const own = { ...tools, press: remembering(tools.press, document) };
    const origin = tools.evidence.originOf(nomination);
    const { code } = nomination;
    const beside = besideDossier(tools.signed, code).map(({ file, copy }) => ({
      file: `${folder}/${file}`,
      copy,
    }));
    return Promise.all([
      attempt(`${folder}/${PAPERS}`, () => paper(own, document, origin), code),
      ...wordBeside(own, document, `${folder}/${PAPERS}`, code),
      attempt(`${folder}/${DOSSIER}`, () => dossier(own, { nomination, set, document }), code),
      ...beside.map(({ file, copy }) => attempt(file, () => signedPart(tools.processes, copy, file), code)),
    ]);
  };
}

/** The papers of a nomination go into two files: they are looked at and printed once. */
function remembering(press: Press, document: PrintDocument): Press {
  let [key, print]: [string?, Promise<Uint8Array>?] = [];
  return {
    keyOf: (asked) => (asked === document ? (key ??= press.keyOf(document)) : press.keyOf(asked)),
    print: (asked) => (asked === document ? (print ??= press.print(document)) : press.print(asked)),
  };
}

interface Made {
  bytes: Uint8Array;
  pages?: number;
  sha256: string;
  findings: DossierFinding[];
}

/** One merged dossier, from the cache where nothing of it has changed. Throws as `nominationBundle` does. */
export function dossier(tools: BundleTools, papers: Parameters<typeof nominationBundle>[1]): Promise<Made> {
  return fromCache(tools, dossierKey(tools, papers).key, () => nominationBundle(tools, papers));
}

/** A paper that was signed goes in as it is; any other bears the stamp. */
async function paper(tools: BundleTools, document: PrintDocument, origin: Origin): Promise<Made> {
  const signed = document.paper && tools.signed?.of(document.paper);
  if (signed) return signedPart(tools.processes, signed, document.file);
  const content = digest([CODE_VERSION, tools.press.keyOf(document)]);
  const key = digest([content, String(origin.version), origin.auditHead]);
  return fromCache(tools, key, async () => {
    const printed = await tools.press.print(document);
    const { pages, bookmarks } = await tools.read(printed);
    const bytes = await tools.processes.run('merge', {
      title: document.title,
      day: tools.data.round.date,
      sources: [printed],
      parts: [{ source: 0, from: 0, to: pages }],
      bookmarks,
      attachments: [],
      stamp: stampOf(content, origin),
    });
    return { bytes, pages, findings: [] };
  });
}

/** To be worked over before it is signed. */
function wordBeside(
  tools: BundleTools,
  document: PrintDocument,
  pdf: string,
  nomination?: string,
): Promise<MadeFile>[] {
  const isSigned = document.paper && tools.signed?.of(document.paper);
  if (!tools.word || isSigned) return [];
  const key = digest(['word', CODE_VERSION, tools.press.keyOf(document)]);
  const make = async () => ({ bytes: await toWord(document, tools.data.round.date), findings: [] });
  return [attempt(pdf.replace(/\.pdf$/, '.docx'), () => fromCache(tools, key, make), nomination)];
}

/** What depended on the time that a file took to read is not kept: another time it may be read. */
async function fromCache(
  { cacheDir }: BundleTools,
  key: string,
  make: () => Promise<Omit<Made, 'sha256'>>,
): Promise<Made> {
  const cache = cacheDir === undefined ? undefined : new DossierCache(cacheDir);
  const kept = await cache?.get(key);
  if (kept) {
    const { head, bytes } = unpacked(kept);
    return { ...(head as Omit<Made, 'bytes'>), bytes };
  }
  const { bytes, ...head } = await make();
  const made = { ...head, sha256: sha256Of(bytes) };
  const isLasting = head.findings.every(({ passing }) => !passing);
  if (isLasting) await cache?.put(key, packed(made, bytes)).catch(() => undefined);
  return { ...made, bytes };
}

async function attempt(path: string, make: () => Promise<Made>, nomination?: string): Promise<MadeFile> {
  const named = (finding: DossierFinding): BundleFinding => ({
    file: path,
    nomination,
    code: finding.code,
    params: finding.params,
  });
  try {
    const made = await make();
    return { ...made, path, findings: made.findings.map(named) };
  } catch (failure) {
    if (isOfTheMachine(failure)) throw failure;
    const params = { file: path, reason: failureText(failure) };
    return { path, sha256: '', findings: [named({ code: 'not-made', params })] };
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
