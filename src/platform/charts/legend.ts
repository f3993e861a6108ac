import { shortened, widthOf } from './fit';
import { WIDTH, element, text } from './svg';

/** What a mark stands for: `mark` draws it into 16 × 10 units from the corner that it is given. */
interface LegendEntry {
  label: string;
  mark: (x: number, y: number) => string;
}

const LINE = 18;
const MARK = 16;
const SIZE = 11;

/** Entries side by side, in as many lines as they need; gives the height that they take. */
export function legend(entries: readonly LegendEntry[]): { height: number; parts: string[] } {
  let [x, y] = [0, 0];
  const parts = entries.map(({ label: whole, mark }) => {
    const label = shortened(whole, WIDTH - MARK - 6, SIZE);
    const width = MARK + 5 + widthOf(label, SIZE) + 12;
    if (x > 0 && x + width > WIDTH) [x, y] = [0, y + LINE];
    const part = element(
      'g',
      {},
      mark(x + 1, y + 3),
      text(label, { x: x + MARK + 6, y: y + 12, 'font-size': SIZE }),
    );
    x += width;
    return part;
  });
  return { height: entries.length > 0 ? y + LINE + 6 : 0, parts };
}
