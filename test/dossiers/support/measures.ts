import { type Page, type Text, find, millimetres, splitPage } from './pdf';

/** Rounding of the page to device units moves edges by less than this. */
const TOLERANCE_MM = 0.2;

export function marginsOf(page: Page) {
  const { body } = splitPage(page);
  const left = millimetres(Math.min(...body.map(({ x }) => x)));
  const right = millimetres(page.width - Math.max(...body.map(({ x, width }) => x + width)));
  const top = millimetres(Math.min(...body.map(({ y, size }) => y - size)));
  const bottom = millimetres(page.height - Math.max(...body.map(({ y }) => y)));
  return {
    left: left >= 30 - TOLERANCE_MM && left <= 35,
    right: right >= 15 - TOLERANCE_MM,
    top: top >= 20 - TOLERANCE_MM,
    bottom: bottom >= 20 - TOLERANCE_MM,
  };
}

/** The rules under the issuing body and under the abstract: above the tables, and not that of the Tiêu ngữ. */
export function shortRules(page: Page) {
  const motto = find(page, 'Độc lập - Tự do - Hạnh phúc');
  const title = find(page, /^(TỜ TRÌNH|DANH SÁCH|BÁO CÁO|PHIẾU|BIÊN BẢN|GIẤY MỜI|QUYẾT ĐỊNH|THÔNG BÁO)/);
  return page.boxes
    .filter(
      ({ x, y, width, height }) =>
        height < 1.5 &&
        width > 20 &&
        Math.abs(x - motto.x) > 1 &&
        y < title.y + 100 &&
        width < page.width / 2.5,
    )
    .filter(({ y, x }) =>
      page.boxes.every((other) => other.height < 5 || Math.abs(other.x - x) > 1 || y < other.y),
    );
}

/** The line of text right above a rule, from its first piece to its last. */
export function lineAbove({ texts }: Page, rule: Page['boxes'][number]) {
  const over = texts.filter(({ x, y, width }) => y < rule.y && x < rule.x + rule.width && x + width > rule.x);
  const y = Math.max(...over.map((text) => text.y));
  const line = over.filter((text) => Math.abs(text.y - y) < 1);
  const x = Math.min(...line.map((text) => text.x));
  return { x, width: Math.max(...line.map((text) => text.x + text.width)) - x };
}

export function middle({ x, width }: { x: number; width: number }): number {
  return x + width / 2;
}

/** Whether a text stands in the frame of a chart. */
export function isInChart({ boxes }: Page, { x, y }: Text): boolean {
  const frames = boxes.filter(({ width, height }) => width > 200 && height > 40);
  return frames.some((box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height);
}
