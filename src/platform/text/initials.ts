import { searchKey } from './search-key';

const MOST_INITIALS = 10;

/** `Phòng Quản lý Khoa học` → `PQLKH`: letters and digits only; `DV` for a name that has none. */
function initials(name: string): string {
  const words = searchKey(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const letters = words.map(([first = '']) => first.toUpperCase());
  return letters.slice(0, MOST_INITIALS).join('') || 'DV';
}

/** The initials of a name, with a number behind them where others have them already: `PQLKH2`. */
export function freeInitials(name: string, taken: ReadonlySet<string>): string {
  const plain = initials(name);
  let number = 1;
  const numbered = () => (number === 1 ? plain : `${plain}${number}`);
  while (taken.has(numbered())) number += 1;
  return numbered();
}
