/** What XML 1.0 has no place for, even escaped: controls, lone surrogates, U+FFFE and U+FFFF. */
const IMPOSSIBLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text that an XML file can hold, NFC. */
export function xmlText(text: string): string {
  return text.replace(IMPOSSIBLE, '').normalize('NFC');
}
