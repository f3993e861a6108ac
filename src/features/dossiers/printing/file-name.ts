import { sha256Hex } from '../../../platform/hash';

const LONGEST = 60;
/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file name for each code, different for different codes on every file system: Vietnamese letters lose their marks,
 * what is neither letter, digit, `-` nor `_` becomes `-`. A piece of the code's digest follows wherever that changes the
 * code, and where codes differ in upper and lower case only, which not every disk tells apart.
 */
export function fileNames(codes: readonly string[]): Map<string, string> {
  const sameName = new Map<string, number>();
  for (const code of codes) sameName.set(code.toLowerCase(), (sameName.get(code.toLowerCase()) ?? 0) + 1);
  return new Map(
    codes.map((code) => {
      const plain = plainName(code);
      const isSafe =
        plain !== '' && plain === code && !RESERVED.test(code) && sameName.get(code.toLowerCase()) === 1;
      return [code, isSafe ? plain : [plain, digestOf(code)].filter(Boolean).join('-')];
    }),
  );
}

function plainName(code: string): string {
  return code
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}

function digestOf(code: string): string {
  return sha256Hex(code).slice(0, 10);
}
