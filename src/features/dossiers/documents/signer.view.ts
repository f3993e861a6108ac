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
  return { authority: authorityLines(authority), name: oneLine(name) };
}

/**
 * One line for each part that a comma or a line break ends. A deputy signs for the head (“KT.”), and neither “phụ trách” nor
 * “thường trực” is written (NĐ 30/2020, Phụ lục I).
 */
export function authorityLines(authority: string): string[] {
  const lines = authority.split(/[,\n]/).map(upper).filter(Boolean);
  return lines.flatMap((line, at) => {
    const head = /^PHÓ (.+?)( PHỤ TRÁCH| THƯỜNG TRỰC)?$/u.exec(line)?.[1];
    return head && !lines[at - 1]?.startsWith('KT.') ? [`KT. ${head}`, `PHÓ ${head}`] : [line];
  });
}
