import type { LegalBasis } from '../../../domain/campaign';
import { dayInWords } from './formats';
import { lowerFirst, oneLine } from '../../../platform/text/printable';

/** Cited by name and day, without number and issuing body (NĐ 30/2020, Phụ lục I). */
const LAWS = ['Bộ luật', 'Luật', 'Pháp lệnh'];

const KINDS = [
  ...LAWS,
  'Nghị quyết',
  'Nghị định',
  'Thông tư liên tịch',
  'Thông tư',
  'Quyết định',
  'Chỉ thị',
  'Kế hoạch',
  'Hướng dẫn',
  'Thông báo',
  'Kết luận',
  'Chương trình',
  'Đề án',
  'Công văn',
  'Công điện',
];

/** The kind that a document code stands for: `38/KH-UBND` → Kế hoạch. */
const KIND_OF_SYMBOL: Record<string, string> = {
  QH: 'Luật',
  NQ: 'Nghị quyết',
  NĐ: 'Nghị định',
  TT: 'Thông tư',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  KH: 'Kế hoạch',
  HD: 'Hướng dẫn',
  TB: 'Thông báo',
  KL: 'Kết luận',
  CTr: 'Chương trình',
};

/** Words after which “về việc” would be one too many. */
const NEEDS_NO_ABOUT = /^(về|quy định|ban hành|phê duyệt|sửa đổi|hướng dẫn|Thi đua)/u;

/**
 * One line of căn cứ without its last mark (NĐ 30/2020, Phụ lục I): `Căn cứ Kế hoạch số 38/KH-UBND ngày 01 tháng 3 năm
 * 2023 của UBND tỉnh Hưng Yên về việc tổ chức…`. A law has no number where its day is known: `Căn cứ Luật
 * Thi đua, khen thưởng ngày 15 tháng 6 năm 2022`.
 */
export function citation(basis: LegalBasis): string {
  const title = oneLine(basis.title);
  const named = KINDS.find((kind) => title.startsWith(`${kind} `));
  const rest = named ? title.slice(named.length + 1) : title;
  const kind = named ?? kindOf(basis.number);
  const number = oneLine(basis.number);
  const date = basis.date ? ` ${dayInWords(basis.date)}` : '';
  const issuer = basis.issuer ? ` của ${oneLine(basis.issuer)}` : '';
  if (LAWS.includes(kind)) return `Căn cứ ${kind} ${rest}${date || ` số ${number}`}`;
  const about = NEEDS_NO_ABOUT.test(rest) ? ' ' : ' về việc ';
  return `Căn cứ ${kind} số ${number}${date}${issuer}${about}${lowerFirst(rest)}`;
}

/** Each line ends with “;”, the last with “.”. */
export function punctuated(lines: readonly string[]): string[] {
  return lines.map((line, at) => line.replace(/[.;]+$/, '') + (at === lines.length - 1 ? '.' : ';'));
}

/** Ends with a full stop, unless nothing is said or it ends by itself. */
export function sentence(text: string): string {
  return text === '' || /[.!?…]$/.test(text) ? text : `${text}.`;
}

function kindOf(number: string): string {
  const symbol = /\/(\p{L}+)\d*(?:-|$)/u.exec(number.normalize('NFC'))?.[1];
  return (symbol && KIND_OF_SYMBOL[symbol]) ?? 'Văn bản';
}
