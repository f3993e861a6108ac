import { sha256Hex } from '../../../platform/hash';
import { message } from '../../../platform/messages/message';
import { countPages } from '../../../platform/pdf/count-pages';
import { PdfFailure } from '../../../platform/pdf/pdf-failure';
import type { PdfProcesses } from '../../../platform/pdf/process/pdf-processes';
import { unitKey } from '../documents/notice.view';
import type { SignedCopy, SignedPapers } from '../signing/signed-papers';
import { outdatedText } from '../signing/signed-paper.view';
import type { RoundUnit } from './round-files';
import type { DossierFinding } from './nomination-bundle';

/** A signed file that lies beside a merged dossier. */
interface Beside {
  title: string;
  file: string;
  copy: SignedCopy;
}

const BESIDE = [
  ['achievement-report', 'bao-cao-thanh-tich.da-ky.pdf'],
  ['score-sheet', 'phieu-cham-diem.da-ky.pdf'],
] as const;

/** The papers of one nomination that came back signed: pages cannot be taken out of them, so each stays a file of its own. */
export function besideDossier(signed: SignedPapers | undefined, nomination: string): Beside[] {
  return BESIDE.flatMap(([kind, file]) => {
    const copy = signed?.of({ kind, subject: nomination });
    return copy ? [{ title: message(`paper.kind.${kind}`), file, copy }] : [];
  });
}

/** Files of an export that stand for no document of the round. */
export function formerNotices(signed: SignedPapers | undefined): RoundUnit[] {
  return (signed?.former ?? []).map(({ id, unit, copy }) => ({
    kind: 'signed',
    file: `notices/${unitKey(unit)}.don-vi-cu-${id.slice(-8)}.pdf`,
    copy,
  }));
}

/** The file as it came; a finding where the data have changed since. */
export async function signedPart(processes: Pick<PdfProcesses, 'run'>, copy: SignedCopy, file: string) {
  const bytes = await copy.read();
  const sha256 = sha256Hex(bytes);
  return { bytes, sha256, pages: await pagesOf(processes, bytes), findings: outdatedFindings(copy, file) };
}

function outdatedFindings(copy: SignedCopy, file: string): DossierFinding[] {
  const outdated = copy.outdated();
  return outdated ? [{ code: 'signed-outdated', params: { file, reason: outdatedText(outdated.at) } }] : [];
}

/** A scan may be a file that our reader cannot read: it goes in all the same, as it came. */
async function pagesOf(processes: Pick<PdfProcesses, 'run'>, signed: Uint8Array): Promise<number> {
  try {
    return (await processes.run('read', signed)).pages;
  } catch (failure) {
    if (failure instanceof PdfFailure) return countPages(signed);
    throw failure;
  }
}
