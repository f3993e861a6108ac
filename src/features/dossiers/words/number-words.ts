const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const GROUPS = ['', 'nghìn', 'triệu', 'tỷ'];

/** A whole number in Vietnamese words: 21 → `hai mươi mốt`, 105 → `một trăm linh năm`. From 0 to below 10¹². */
export function numberInWords(value: number): string {
  if (value === 0) return 'không';
  const groups = String(value)
    .replace(/\B(?=(\d{3})+$)/g, ' ')
    .split(' ');
  return groups
    .flatMap((group, at) => {
      const words = groupInWords(at === 0 ? group : group.padStart(3, '0'));
      return words === '' ? [] : [words, GROUPS[groups.length - 1 - at] ?? ''];
    })
    .filter(Boolean)
    .join(' ');
}

/** At most three digits; three when higher groups stand before them. */
function groupInWords(digits: string): string {
  if (Number(digits) === 0) return '';
  const [ones = 0, tens = 0, hundreds] = [...digits].reverse().map(Number);
  const head = hundreds === undefined ? [] : [word(hundreds), 'trăm'];
  return [...head, ...belowHundred(tens, ones, hundreds !== undefined)].join(' ');
}

function belowHundred(tens: number, ones: number, afterHundreds: boolean): string[] {
  if (tens === 0) return ones === 0 ? [] : afterHundreds ? ['linh', word(ones)] : [word(ones)];
  const head = tens === 1 ? ['mười'] : [word(tens), 'mươi'];
  if (ones === 0) return head;
  if (ones === 5) return [...head, 'lăm'];
  return [...head, ones === 1 && tens > 1 ? 'mốt' : word(ones)];
}

function word(digit: number): string {
  return DIGITS[digit] ?? '';
}
