import { sha256Hex } from '../../../platform/hash';
import type { PrintDocument } from '../printing/print-document';
import { DossierCache } from '../printing/dossier-cache';
import { type Press, digest } from '../printing/press';
import { toWord } from '../word/word-document';
import { type BundleFinding, notMade } from './bundle-finding';
import type { Origin } from './evidence-source';
import { type BundleTools, type DossierFinding, dossierKey, nominationBundle } from './nomination-bundle';
import { packed, unpacked } from './packed';
import type { RoundUnit } from './round-files';
import { besideDossier, signedPart } from './signed-parts';
import { stampOf } from './stamp';

/** A file of a bundle with what its manifest says of it; without bytes where there is none. */
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
      return [await attempt(tools, file, () => signedPart(tools.processes, copy, file))];
    }
    const document = once(unit.document);
    if (unit.kind === 'paper') {
      const { file } = unit.document;
      return Promise.all([
        attempt(tools, file, () => paper(tools, document(), tools.evidence.papers)),
        ...wordBeside(tools, document, file),
      ]);
    }
    const { folder, nomination, set } = unit;
    const own = { ...tools, press: remembering(tools.press, document) };
    const origin = tools.evidence.originOf(nomination);
    const { code } = nomination;
    const beside = besideDossier(tools.signed, code).map(({ file, copy }) => ({
      file: `${folder}/${file}`,
      copy,
    }));
    return Promise.all([
      attempt(tools, `${folder}/${PAPERS}`, () => paper(own, document(), origin), code),
      ...wordBeside(own, document, `${folder}/${PAPERS}`, code),
      attempt(
        tools,
        `${folder}/${DOSSIER}`,
        () => dossier(own, { nomination, set, document: document() }),
        code,
      ),
      ...beside.map(({ file, copy }) =>
        attempt(tools, file, () => signedPart(tools.processes, copy, file), code),
      ),
    ]);
  };
}

/** The papers of a nomination go into two files: they are looked at and printed once. */
function remembering(press: Press, document: () => PrintDocument): Press {
  let [key, print]: [string?, Promise<Uint8Array>?] = [];
  return {
    keyOf: (asked) => (asked === document() ? (key ??= press.keyOf(asked)) : press.keyOf(asked)),
    print: (asked) => (asked === document() ? (print ??= press.print(asked)) : press.print(asked)),
  };
}

/** Whoever asks gets the one that was put together first; each hears of a failure. */
function once(make: () => PrintDocument): () => PrintDocument {
  let made: PrintDocument | undefined;
  return () => (made ??= make());
}

interface Made {
  /** Absent where there is to be no file. */
  bytes?: Uint8Array;
  pages?: number;
  sha256: string;
  findings: DossierFinding[];
}

type WithBytes = Made & { bytes: Uint8Array };

/** One merged dossier, from the cache where nothing of it has changed. Throws as `nominationBundle` does. */
export function dossier(
  tools: BundleTools,
  papers: Parameters<typeof nominationBundle>[1],
): Promise<WithBytes> {
  return fromCache(tools, dossierKey(tools, papers).key, () => nominationBundle(tools, papers));
}

/** A paper that was signed goes in as it is; any other bears the stamp. */
async function paper(tools: BundleTools, document: PrintDocument, origin: Origin): Promise<Made> {
  const signed = document.paper && tools.signed?.of(document.paper);
  if (signed) return signedPart(tools.processes, signed, document.file);
  const content = tools.press.keyOf(document);
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
      stamp: stampOf(content, origin, { isFramed: document.template === 'certificate' }),
    });
    return { bytes, pages, findings: [] };
  });
}

/** To be worked over before it is signed. */
function wordBeside(
  tools: BundleTools,
  document: () => PrintDocument,
  pdf: string,
  nomination?: string,
): Promise<MadeFile>[] {
  if (!tools.word) return [];
  return [attempt(tools, pdf.replace(/\.pdf$/, '.docx'), () => word(tools, document()), nomination)];
}

async function word(tools: BundleTools, document: PrintDocument): Promise<Made> {
  const isSigned = document.paper && tools.signed?.of(document.paper);
  if (isSigned) return { sha256: '', findings: [] };
  const key = digest(['word', tools.press.keyOf(document)]);
  const make = async () => ({ bytes: await toWord(document, tools.data.round.date), findings: [] });
  return fromCache(tools, key, make);
}

/** What depended on the time that a file took to read is not kept: another time it may be read. */
async function fromCache(
  { cacheDir }: BundleTools,
  key: string,
  make: () => Promise<Omit<WithBytes, 'sha256'>>,
): Promise<WithBytes> {
  const cache = cacheDir === undefined ? undefined : new DossierCache(cacheDir);
  const kept = await cache?.get(key);
  if (kept) {
    const { head, bytes } = unpacked(kept);
    return { ...(head as Omit<Made, 'bytes'>), bytes };
  }
  const { bytes, ...head } = await make();
  const made = { ...head, sha256: sha256Hex(bytes) };
  const isLasting = head.findings.every(({ passing }) => !passing);
  if (isLasting) await cache?.put(key, packed(made, bytes)).catch(() => undefined);
  return { ...made, bytes };
}

async function attempt(
  { onFailure }: Pick<BundleTools, 'onFailure'>,
  path: string,
  make: () => Promise<Made>,
  nomination?: string,
): Promise<MadeFile> {
  const named = ({ code, params }: DossierFinding): BundleFinding => ({
    file: path,
    nomination,
    code,
    params,
  });
  try {
    const made = await make();
    return { ...made, path, findings: made.findings.map(named) };
  } catch (failure) {
    const finding = notMade({ file: path, nomination }, failure);
    onFailure?.(path, failure);
    return { path, sha256: '', findings: [finding] };
  }
}
