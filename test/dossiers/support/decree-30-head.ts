import { type Line, isStyle, isUpper, linesOf } from './lines';
import { isCentred, middle, points, say } from './decree-30-places';
import type { Page } from './pdf';

/** Between the two columns of the head; within the blanks of a date. */
const COLUMN_GAP = 9;
const BLANK_GAP = 60;
/** A last line that is shorter than so much of the longest has a rule of its own length. */
const MOST_UNEVEN = 0.68;

export function head(page: Page): string[] {
  const lines = linesOf(page, COLUMN_GAP);
  const nation = lines.find(({ text }) => text.trim() === 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  const motto = lines.find(({ text }) => text.trim() === 'Độc lập - Tự do - Hạnh phúc');
  if (!nation || !motto) return ['no Quốc hiệu and Tiêu ngữ'];
  const issuer = lines.filter((line) => line.right < nation.x && line.y < motto.y + 60 && isUpper(line.text));
  const number = lines.find(({ text }) => text.startsWith('Số:'));
  const italic = { texts: page.texts.filter(({ font }) => font.endsWith('Tinos-Italic')) };
  const place = linesOf(italic, BLANK_GAP).find(({ text }) =>
    /, ngày .*tháng .*năm \d{4}$/.test(text.trim()),
  );
  const body = issuer.filter((line) => isStyle(line, 'Bold'));
  return [
    ...say(!isStyle(nation, 'Bold') || ![12, 13].includes(points(nation.size)), 'the Quốc hiệu'),
    ...say(!isStyle(motto, 'Bold') || points(motto.size) !== points(nation.size) + 1, 'the Tiêu ngữ'),
    ...say(Math.abs(middle(nation) - middle(motto)) > 1.5, 'the Tiêu ngữ is not under the Quốc hiệu'),
    ...say(nation.x < page.width * 0.45, 'the Quốc hiệu is not on the right'),
    ...say(Math.abs((ruleUnder(page, motto) ?? 0) - 1) > 0.03, 'the rule under the Tiêu ngữ'),
    ...(body.length > 0 ? shortRule(page, body, 'issuing body') : ['no issuing body in bold']),
    ...say(
      issuer.some((line) => !isStyle(line, 'Bold') && !isStyle(line, 'Regular')),
      'the superior body is neither regular',
    ),
    ...(number ? numberLine(number) : ['no number']),
    ...(place ? placeLine(place) : ['no place and date']),
    ...say(!isReadInOrder(page, place?.text ?? ''), 'the head is not read in its order'),
  ];
}

/** As whoever copies the text gets it. */
function isReadInOrder({ texts }: Page, place: string): boolean {
  const at = ['CỘNG HÒA', 'Độc lập', 'Số:', place.slice(0, 5)].map((start) =>
    texts.findIndex(({ text }) => text.startsWith(start)),
  );
  return at.every((index, number) => index > (at[number - 1] ?? -1));
}

function numberLine(line: Line): string[] {
  const text = line.text.trim();
  return [
    ...say(!isStyle(line, 'Regular') || points(line.size) !== 13, 'the number is not 13 points regular'),
    ...say(/^Số: [1-9](\/|$)/.test(text), `a number below 10 without its 0: ${text}`),
    ...say(/\/\s|-\s|\s-/.test(text), `spaces in ${text}`),
  ];
}

function placeLine(line: Line): string[] {
  const [, day = '', month = ''] = /ngày\s+(\d*)\s*tháng\s+(\d*)/.exec(line.text) ?? [];
  return [
    ...say(!isStyle(line, 'Italic') || ![13, 14].includes(points(line.size)), 'place and date in italics'),
    ...say(/^\d$/.test(day) || /^[12]$/.test(month), `a 0 is missing in ${line.text}`),
  ];
}

/** The type in capitals, then the abstract; both bold, in the middle, a rule under the last line. */
export function title(page: Page): string[] {
  const number = linesOf(page).find(({ text }) => text.startsWith('Số:'));
  const below = linesOf(page).filter(({ y }) => y > (number?.y ?? 0) + 5);
  const type = below.find((line) => isUpper(line.text) && isStyle(line, 'Bold') && isCentred(page, line));
  if (!type) return ['no type name in the middle'];
  const abstract = below.filter(
    (line) => line.y > type.y && line.y < type.y + 140 && isStyle(line, 'Bold') && isCentred(page, line),
  );
  return [
    ...say(![13, 14].includes(points(type.size)), `type name of ${type.size} points`),
    ...shortRule(page, untilGap(abstract), 'abstract'),
  ];
}

function untilGap(lines: readonly Line[]): Line[] {
  const end = lines.findIndex((line, at) => at > 0 && line.y - (lines[at - 1]?.y ?? 0) > 22);
  return end === -1 ? [...lines] : lines.slice(0, end);
}

/** Measured by the last line, which it stands under, and by the longest one too where one length can be right for both. */
function shortRule(page: Page, lines: readonly Line[], what: string): string[] {
  const last = lines.at(-1);
  if (!last) return [];
  const part = ruleUnder(page, last);
  const ratio = lengthOf(last) / Math.max(...lines.map(lengthOf));
  const least = ratio > MOST_UNEVEN ? 0.33 / ratio : 0.33;
  return say(
    part === undefined || part < least || part > 0.5,
    `the rule under the ${what}: ${String(part)} of the last line, which is ${ratio} of the longest`,
  );
}

function lengthOf({ x, right }: Line): number {
  return right - x;
}

/** How long the rule under a line is, as a part of the line; undefined without one. */
function ruleUnder({ boxes }: Page, line: Line): number | undefined {
  const rule = boxes.find(
    ({ x, y, width, height }) =>
      height < 1.6 &&
      width > 2 &&
      y > line.y &&
      y < line.y + 12 &&
      Math.abs(x + width / 2 - middle(line)) < 3,
  );
  return rule && rule.width / lengthOf(line);
}
