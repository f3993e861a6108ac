import { message } from '../../../platform/messages/message';
import type { ListSheet } from '../../../platform/sheets/list-sheet';
import { sheetOf } from '../../../platform/sheets/whole-list';
import { momentText } from '../../../platform/text/vietnam-time';
import type { PaperName } from '../papers/paper-subject';
import type { SignedPaperRow } from './signed-paper.entity';

/** Every file of a paper that came back signed, the one that counts first. */
export function signedPapersSheet({ kind }: PaperName, rows: readonly SignedPaperRow[]): ListSheet {
  return sheetOf(message('list.title.signed-papers', { paper: message(`paper.kind.${kind}`) }), rows, [
    ['file', 40, ({ name }) => name],
    ['form', 24, ({ form }) => message(`signed-paper.form.${form}`)],
    ['signers', 40, ({ signatures }) => signatures.map(({ signer }) => signer).join('\n')],
    ['sent-by', 30, ({ uploadedBy }) => uploadedBy],
    ['sent-at', 20, ({ uploadedAt }) => momentText(uploadedAt)],
    ['reason', 60, ({ reason }) => reason],
    ['checksum', 68, ({ sha256 }) => sha256],
  ]);
}
