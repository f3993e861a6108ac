import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';
import { TWIPS_PER_POINT, twips } from './measures';
import { ALL_STYLES, HEADINGS, STYLES, type Style, type StyleId } from './style-list';

const FONT = 'Times New Roman';
const USUAL_SIZE = 13;
/** Half a line more than the letters take, nearly: 17,25 points, as in print. */
const LINE = 276;
const SINGLE_LINE = 240;
const FIRST_LINE = twips(12.7);
const SPACED = new Set<string>(['body', 'addressee', 'Heading1', 'Heading2', 'Heading3']);

/** Points of the letters of a style. */
export function sizeOf(style: StyleId): number {
  return ALL_STYLES[style].size ?? USUAL_SIZE;
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
      color: style.color ?? '000000',
      size: sizeOf(id) * 2,
      bold: style.bold ?? false,
      italics: style.italic ?? false,
    },
    paragraph: {
      ...(style.align && { alignment: ALIGNMENTS[style.align] }),
      ...(style.indent !== undefined && { indent: { firstLine: style.indent ? FIRST_LINE : 0 } }),
      ...(style.outline !== undefined && { outlineLevel: style.outline }),
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
