import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';
import { TWIPS_PER_POINT, twips } from './measures';

interface Style {
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
}

export const FONT = 'Times New Roman';
const USUAL_SIZE = 13;
/** Half a line more than the letters take, nearly: 17,25 points, as in print. */
const LINE = 276;
const SINGLE_LINE = 240;
const GAP = 6.75;
const FIRST_LINE = twips(12.7);
/** Room for the signature and the seal: 22 mm. */
const SEAL = twips(22) / TWIPS_PER_POINT;

const centred = { align: 'center', after: 0, indent: false } as const;
const centredBold = { ...centred, bold: true } as const;

/** The layout of Nghị định 30/2020/NĐ-CP, Phụ lục I, as print.css has it, under names that a clerk can find. */
const STYLES = {
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
  audit: { name: 'TĐ Mã kiểm chứng', size: 11, align: 'left', before: GAP, after: 0, indent: false },
  rule: { name: 'TĐ Đường kẻ', size: 1, ...centred, before: 2, after: 2, exactLine: 2 },
  end: { name: 'TĐ Dòng khép', size: 1, align: 'left', after: 0, exactLine: 1 },
} as const satisfies Record<string, Style>;

/** Headings keep the ids of Word, so that its navigation pane shows them. */
const HEADINGS = {
  Heading1: { name: 'heading 1', ...centredBold, before: 12, after: 3 },
  Heading2: { name: 'heading 2', bold: true, align: 'both', after: GAP, indent: true },
  Heading3: { name: 'heading 3', bold: true, align: 'both', after: GAP, indent: true },
} as const satisfies Record<string, Style>;

export type StyleId = keyof typeof STYLES | keyof typeof HEADINGS;

const ALL: Record<StyleId, Style> = { ...STYLES, ...HEADINGS };
const SPACED = new Set<string>(['body', 'addressee', 'Heading1', 'Heading2', 'Heading3']);

/** Points of the letters of a style. */
export function sizeOf(style: StyleId): number {
  return ALL[style].size ?? USUAL_SIZE;
}

export function wordStyles(): IStylesOptions {
  const language = { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'vi-VN' };
  const heading = (id: keyof typeof HEADINGS) => {
    const { id: _id, name: _name, ...options } = wordStyle(id, HEADINGS[id]);
    return options;
  };
  return {
    default: {
      document: { run: { font: FONT, size: USUAL_SIZE * 2, language }, paragraph: { spacing: { after: 0 } } },
      heading1: heading('Heading1'),
      heading2: heading('Heading2'),
      heading3: heading('Heading3'),
    },
    paragraphStyles: Object.entries(STYLES).map(([id, style]) => wordStyle(id as StyleId, style)),
  };
}

function wordStyle(id: StyleId, style: Style): IParagraphStyleOptions {
  return {
    id,
    name: style.name,
    basedOn: style.basedOn ?? 'Normal',
    quickFormat: true,
    run: {
      font: FONT,
      color: '000000',
      size: sizeOf(id) * 2,
      bold: style.bold ?? false,
      italics: style.italic ?? false,
    },
    paragraph: {
      ...(style.align && { alignment: ALIGNMENTS[style.align] }),
      ...(style.indent !== undefined && { indent: { firstLine: style.indent ? FIRST_LINE : 0 } }),
      spacing: spacing(id, style),
    },
  };
}

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  both: AlignmentType.BOTH,
} as const;

function spacing(id: StyleId, { basedOn, before = 0, after, exactLine }: Style) {
  const lines = SPACED.has(basedOn ?? id) ? LINE : SINGLE_LINE;
  return {
    before: Math.round(before * TWIPS_PER_POINT),
    ...(after !== undefined && { after: Math.round(after * TWIPS_PER_POINT) }),
    line: exactLine === undefined ? lines : exactLine * TWIPS_PER_POINT,
    lineRule: exactLine === undefined ? LineRuleType.AUTO : LineRuleType.EXACT,
  };
}
