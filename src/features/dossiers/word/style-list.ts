import { TWIPS_PER_POINT, twips } from './measures';

/** What a style of Word gives to its paragraphs. */
export interface Style {
  /** As Word lists it. */
  name: string;
  basedOn?: string;
  /** Points. */
  size?: number;
  bold?: boolean;
  italic?: boolean;
  align?: 'left' | 'center' | 'both';
  /** Points above and below. */
  before?: number;
  after?: number;
  /** Whether the first line stands in. */
  indent?: boolean;
  /** Points of a line; absent: those of the letters. */
  exactLine?: number;
  /** RGB; black unless said otherwise. */
  color?: string;
  /** In the navigation pane: 0 for a heading of the first level. */
  outline?: number;
}

const GAP = 6.75;
/** Room for the signature and the seal: 22 mm. */
const SEAL = twips(22) / TWIPS_PER_POINT;

const centred = { align: 'center', after: 0, indent: false } as const;
const centredBold = { ...centred, bold: true } as const;

/** The layout of Nghị định 30/2020/NĐ-CP, Phụ lục I, as print.css has it, under names that a clerk can find. */
export const STYLES = {
  body: { name: 'TĐ Nội dung', align: 'both', after: GAP, indent: true },
  plain: { name: 'TĐ Không thụt dòng', basedOn: 'body', indent: false },
  note: { name: 'TĐ Ghi chú', basedOn: 'body', italic: true },
  grounds: { name: 'TĐ Căn cứ', basedOn: 'body', italic: true },
  addressee: { name: 'TĐ Kính gửi', align: 'center', before: 5.25, after: 12, indent: false },
  superior: { name: 'TĐ Cơ quan chủ quản', size: 12, ...centred },
  issuer: { name: 'TĐ Cơ quan ban hành', size: 12, ...centredBold },
  nation: { name: 'TĐ Quốc hiệu', size: 12, ...centredBold },
  motto: { name: 'TĐ Tiêu ngữ', ...centredBold },
  number: { name: 'TĐ Số, ký hiệu', ...centred, before: 6 },
  place: { name: 'TĐ Địa danh, thời gian', ...centred, before: 6, italic: true },
  abstract: { name: 'TĐ Trích yếu', ...centredBold, after: 3 },
  label: { name: 'TĐ Phụ lục', size: 14, ...centredBold, after: 3 },
  attached: { name: 'TĐ Kèm theo', ...centred, after: 3, italic: true },
  cell: { name: 'TĐ Ô bảng', align: 'left', after: 0, indent: false },
  columnHead: { name: 'TĐ Đầu bảng', ...centredBold },
  authority: { name: 'TĐ Quyền hạn, chức vụ', ...centredBold },
  signature: { name: 'TĐ Khối ký', ...centred },
  hint: { name: 'TĐ Chỉ dẫn ký', ...centred, italic: true },
  signer: { name: 'TĐ Họ tên người ký', ...centredBold, before: SEAL },
  copiesTitle: { name: 'TĐ Nơi nhận', size: 12, bold: true, italic: true, align: 'left', after: 0 },
  copies: { name: 'TĐ Danh sách nơi nhận', size: 11, align: 'left', after: 0 },
  decider: { name: 'TĐ Giấy khen: người tặng', size: 17, ...centredBold, before: 26 },
  give: { name: 'TĐ Giấy khen: tặng', size: 17, ...centredBold, before: 6 },
  form: { name: 'TĐ Giấy khen: hình thức', size: 42, ...centredBold, color: 'A51C1C' },
  recipient: { name: 'TĐ Giấy khen: người được tặng', size: 24, ...centredBold, before: 6, outline: 0 },
  detail: { name: 'TĐ Giấy khen: thành tích', size: 16, ...centred, before: 6 },
  golden: { name: 'TĐ Giấy khen: số vàng', size: 14, align: 'left', after: 0, indent: false },
  caption: { name: 'TĐ Chú thích hình', ...centred, after: GAP, italic: true },
  audit: { name: 'TĐ Mã kiểm chứng', size: 11, align: 'left', before: GAP, after: 0, indent: false },
  rule: { name: 'TĐ Đường kẻ', size: 1, ...centred, before: 2, after: 2, exactLine: 2 },
  end: { name: 'TĐ Dòng khép', size: 1, align: 'left', after: 0, exactLine: 1 },
} as const satisfies Record<string, Style>;

/** Headings keep the ids of Word, so that its navigation pane shows them. */
export const HEADINGS = {
  Heading1: { name: 'heading 1', outline: 0, ...centredBold, before: 12, after: 3 },
  Heading2: { name: 'heading 2', outline: 1, bold: true, align: 'both', after: GAP, indent: true },
  Heading3: { name: 'heading 3', outline: 2, bold: true, align: 'both', after: GAP, indent: true },
} as const satisfies Record<string, Style>;

export type StyleId = keyof typeof STYLES | keyof typeof HEADINGS;

export const ALL_STYLES: Record<StyleId, Style> = { ...STYLES, ...HEADINGS };
