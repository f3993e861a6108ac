import { oneLine, upper } from '../../../platform/text/printable';
import type { Issue, Signer } from '../papers/paper';

/** The right half of a signature block; an empty name leaves a blank. */
export interface SignerView {
  /** UPPER CASE, one line each: `KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`. */
  authority: string[];
  name: string;
}

/** Who signed a paper; until that is known, who is to sign it. */
export function signerOf({ signer }: Issue, expected: Signer): SignerView {
  const { name } = signer ?? expected;
  const authority = signer?.authority || expected.authority;
  return { authority: upper(authority).split(/, */), name: oneLine(name) };
}
