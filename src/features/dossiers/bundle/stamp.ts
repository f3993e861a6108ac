import { message } from '../../../platform/messages/message';
import type { StampText } from '../../../platform/pdf/merge/merge-order';
import type { Origin } from './evidence-source';

/** Without letters that are taken for digits (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const HEAD_LENGTH = 16;

/** `TD-XXXX-XXXX`: a short name of a document by the digest, in hex, of what it is made of. */
export function documentCode(digest: string): string {
  const letters = Array.from({ length: 8 }, (_, at) => {
    const bits = BigInt(`0x${digest.slice(0, 10)}`) >> BigInt(35 - at * 5);
    return LETTERS[Number(bits & 31n)];
  }).join('');
  return `TD-${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** What each page bears: document, version and the last link of the audit chain that it shows. */
export function stampOf(
  digest: string,
  { version, auditHead }: Origin,
  { isFramed }: Pick<StampText, 'isFramed'> = {},
): StampText {
  const [code, head] = [documentCode(digest), auditHead.slice(0, HEAD_LENGTH)];
  return {
    lines: [code, message('bundle.stamp', { version, head })],
    qr: `thidua:${code};v=${version};a=${head}`,
    pageOf: message('bundle.page'),
    isFramed,
  };
}
