import { message } from '../../../platform/messages/message';
import { isSound, signatureWords } from '../../../platform/signing/signature-words';
import { sheetHref } from '../../../platform/sheets/whole-list';
import { momentText } from '../../../platform/text/vietnam-time';
import { errorSummary, formField } from '../../../platform/views/form-field';
import { type Refusal, noRefusal } from '../../../platform/views/refusal-view';
import type { OpenPhase } from '../../campaigns/phase.queries';
import { phaseWithPlan } from '../../desk/desk-phase.view';
import { sizeText } from '../../evidence/evidence-file.view';
import { papersAddress, signedPaperAddress } from '../papers/pages/addresses';
import type { PaperName } from '../papers/paper-subject';
import type { SignedPaperRow } from './signed-paper.entity';
import type { Upload } from './signed-paper.service';

/** What the form holds: what was typed before it was refused. */
export interface UploadForm extends Partial<Upload> {
  refusal?: Refusal;
}

const MEGABYTE = 1024 * 1024;

interface Around {
  canWrite: boolean;
  maxUploadMb: number;
  /** Whether there is a copy to be signed. */
  hasCopy: boolean;
  /** Said where the data have changed since it was signed. */
  outdated: string | null;
}

/** The page of one paper: its copy to be signed, the file that counts, those before it, and the form for the next. */
export function signedPaperPage(
  open: OpenPhase,
  name: PaperName,
  rows: readonly SignedPaperRow[],
  { canWrite, maxUploadMb, hasCopy, outdated, ...form }: UploadForm & Around,
) {
  const address = signedPaperAddress({ campaign: open.campaign.code, phase: open.phase.code }, name);
  const [current, ...former] = rows;
  return {
    heading: message('signed-paper.heading', { paper: message(`paper.kind.${name.kind}`) }),
    lead: phaseWithPlan(open),
    crumbs: [
      {
        href: papersAddress({ campaign: open.campaign.code, phase: open.phase.code }),
        label: message('signed-paper.back'),
      },
    ],
    copy: hasCopy ? `${address}/ban-de-ky.pdf` : null,
    sheet: sheetHref(address),
    outdated,
    current: current ? fileView(address, current) : null,
    former: former.map((row) => fileView(address, row)),
    form: canWrite ? uploadForm(form, { replaces: current !== undefined, maxUploadMb }) : null,
  };
}

/** Of a paper that was signed before the data changed, at that time as far as it is known. */
export function outdatedText(at: string | null): string {
  return at === null
    ? message('signed-paper.outdated')
    : message('signed-paper.outdated.at', { at: momentText(at) });
}

function fileView(address: string, row: SignedPaperRow) {
  const isDigital = row.form === 'digital';
  const doubtful = row.signatures.some((each) => each.certificate !== 'in-force');
  return {
    href: `${address}/tep/${row.id}`,
    name: row.name,
    badge: {
      label: message(`signed-paper.form.${row.form}`),
      kind: isDigital ? (doubtful ? 'warn' : 'ok') : 'wait',
    },
    sent: message('signed-paper.sent', {
      by: row.uploadedBy,
      at: momentText(row.uploadedAt),
      size: sizeText(row.bytes),
    }),
    sha256: row.sha256,
    reason: row.reason,
    isScan: !isDigital,
    signatures: row.signatures.map((each) => ({ ...signatureWords(each), isSound: isSound(each) })),
  };
}

function uploadForm(
  { isScan = false, reason = '', refusal = noRefusal }: UploadForm,
  { replaces, maxUploadMb }: { replaces: boolean; maxUploadMb: number },
) {
  return {
    summary: errorSummary(refusal, { file: '', reason: '' }),
    replaces,
    file: {
      ...formField('file', '', refusal),
      hint: message('signed-paper.file.hint', { most: maxUploadMb }),
      maxBytes: maxUploadMb * MEGABYTE,
    },
    scan: { ...formField('scan', '', refusal), checked: isScan },
    reason: formField('reason', reason, refusal),
  };
}
