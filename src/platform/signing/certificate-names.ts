import type { Certificate, RelativeDistinguishedNames } from 'pkijs';

/** Whom a certificate speaks of, as it stands there. */
export interface Holder {
  name: string;
  organisation: string | null;
}

const COMMON_NAME = '2.5.4.3';
const ORGANISATION = '2.5.4.10';

export function holderOf({ subject }: Certificate): Holder {
  const organisation = part(subject, ORGANISATION);
  return { name: part(subject, COMMON_NAME) ?? organisation ?? '', organisation };
}

export function issuerOf({ issuer }: Certificate): string {
  return part(issuer, COMMON_NAME) ?? part(issuer, ORGANISATION) ?? '';
}

/** One line of NFC: it is shown beside the words of the program. */
function part({ typesAndValues }: RelativeDistinguishedNames, type: string): string | null {
  const found = typesAndValues.find((each) => each.type === type);
  const text = (found?.value.valueBlock as { value?: unknown } | undefined)?.value;
  return typeof text === 'string'
    ? text
        .normalize('NFC')
        .replace(/[\p{C}\s]+/gu, ' ')
        .trim() || null
    : null;
}
