import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import type { Browser } from 'puppeteer';
import { binsOf } from '../../src/platform/charts/bins';
import { distributionRows } from '../../src/platform/charts/distribution';
import { shortened, widthOf } from '../../src/platform/charts/fit';
import { profileChart, profileRows } from '../../src/platform/charts/profile';
import { progressChart, progressRows } from '../../src/platform/charts/progress';
import { findBrowser } from '../../src/platform/pdf/find-browser';
import { launchBrowser } from '../../src/platform/pdf/launch';
import { SAMPLES } from './support/chart-samples';

const heading = { id: 'c', title: 'Tiêu đề', description: 'Mô tả' };

describe('the ranges of a distribution', () => {
  it.each<[string, number[], number[], [from: number, to: number, count: number][]]>([
    ['nothing', [], [], []],
    [
      'one score',
      [8750],
      [],
      [
        [8600, 8650, 0],
        [8650, 8700, 0],
        [8700, 8750, 0],
        [8750, 8800, 1],
      ],
    ],
    [
      'a zero, below which there is nothing',
      [0],
      [],
      [
        [0, 50, 1],
        [50, 100, 0],
        [100, 150, 0],
        [150, 200, 0],
      ],
    ],
    [
      'scores up to a round end, which the last range holds',
      [8000, 8499, 8500, 9500, 10_000],
      [9000],
      [
        [8000, 8200, 1],
        [8200, 8400, 0],
        [8400, 8600, 2],
        [8600, 8800, 0],
        [8800, 9000, 0],
        [9000, 9200, 0],
        [9200, 9400, 0],
        [9400, 9600, 1],
        [9600, 9800, 0],
        [9800, 10_000, 1],
      ],
    ],
  ])('of %s', (_, scores, cuts, bins) => {
    expect(binsOf(scores, cuts)).toEqual(bins.map(([from, to, count]) => ({ from, to, count })));
  });

  it('hold every score once, in four to twelve ranges side by side', () => {
    const points = fc.array(fc.integer({ min: -50_000, max: 500_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(points, fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 3 }), (scores, cuts) => {
        const bins = binsOf(scores, cuts);
        expect(bins.length >= 4 && bins.length <= 12).toBe(true);
        bins.forEach(({ from, to, count }, at) => {
          const isLast = at === bins.length - 1;
          const inside = scores.filter((score) => from <= score && (score < to || (isLast && score === to)));
          expect(count).toBe(inside.length);
          expect(isLast || bins[at + 1]?.from === to).toBe(true);
        });
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(scores.length);
      }),
      { numRuns: 500, seed: 11 },
    );
  });
});

describe('the table behind a chart', () => {
  it('of a distribution names each range and the cuts in it', () => {
    const words = { axis: 'Điểm', under: 'dưới', none: '–' };
    const cuts = [
      { at: 9000, label: 'Bằng khen: 90,00' },
      { at: 8850, label: 'Giấy khen: 88,50' },
    ];
    expect(distributionRows({ ...heading, scores: [8875, 8900, 9000], cuts, words })).toEqual([
      { range: '88,00 – dưới 88,50', count: 0, cuts: [] },
      { range: '88,50 – dưới 89,00', count: 1, cuts: ['Giấy khen: 88,50'] },
      { range: '89,00 – dưới 89,50', count: 1, cuts: [] },
      { range: '89,50 – 90,00', count: 1, cuts: ['Bằng khen: 90,00'] },
    ]);
  });

  it('of a profile has every number, and the word where there is none', () => {
    const words = { nominee: 'Đề nghị', median: 'Trung vị', max: 'Tối đa', none: 'không áp dụng' };
    const criteria = [
      { label: 'a. Tham mưu', max: 2000, nominee: 1850, median: 1675 },
      { label: 'b. Tuyên truyền', max: 500, nominee: null, median: -5 },
    ];
    expect(profileRows({ ...heading, criteria, words })).toEqual([
      { criterion: 'a. Tham mưu', nominee: '18,50', median: '16,75', max: '20,00' },
      { criterion: 'b. Tuyên truyền', nominee: 'không áp dụng', median: '-0,05', max: '5,00' },
    ]);
  });

  it('of the progress has a number for each state, and the sum', () => {
    const units = [
      { name: 'Văn phòng', counts: [1, 0, 4] },
      { name: 'Phòng A', counts: [] },
    ];
    const progress = { ...heading, states: ['Nháp', 'Chờ', 'Nhận'], units, words: { none: '–' } };
    expect(progressRows(progress)).toEqual([
      { unit: 'Văn phòng', counts: [1, 0, 4], total: 5 },
      { unit: 'Phòng A', counts: [0, 0, 0], total: 0 },
    ]);
  });
});

describe('a chart', () => {
  it.each(Object.entries(SAMPLES))('%s has its title, its description and no style', (_, svg) => {
    expect(svg).toMatch(
      /^<svg xmlns="[^"]+" class="chart-drawing" viewBox="0 0 360 [\d.]+" role="img" aria-labelledby=/,
    );
    expect(svg).toMatch(/<title id="\w+-title">[^<]+<\/title><desc id="\w+-desc">[^<]+<\/desc>/);
    expect(svg).not.toMatch(/<style|<script|\sstyle=|\son\w+=|href=|NaN|undefined|Infinity/);
  });

  it('writes the same for the same, and lets no text out of its element', () => {
    const [title, label] = ['<script>alert(1)</script>', "\"><b onclick='x'>&\u0000\ud800"];
    const words = { nominee: 'a', median: 'b', max: 'c', none: 'd' };
    const criteria = [{ label, max: 1, nominee: 1, median: 1 }];
    const profile = { ...heading, title, criteria, words };
    expect(profileChart(profile)).toBe(profileChart(profile));
    expect(profileChart(profile)).toContain('&#60;script&#62;alert(1)&#60;/script&#62;</title>');
    expect(profileChart(profile)).toContain('&#34;&#62;&#60;b onclick=&#39;x&#39;&#62;&#38;</text>');
  });

  it('of more states than there are patterns is refused', () => {
    const states = Array.from({ length: 9 }, (_, at) => `Trạng thái ${at}`);
    const progress = { ...heading, states, units: [], words: { none: '–' } };
    expect(() => progressChart(progress)).toThrow(RangeError);
  });

  it.each([
    ['Phòng Quản lý công nghệ', 'Phòng Quản lý công nghệ', 200],
    ['Phòng Quản lý công nghệ', 'Phòng Quản lý…', 102],
    ['Đơn vị, phòng, ban', 'Đơn vị, phòng…', 100],
    ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'ABCDEFGHIJ…', 100],
    ['chữ', '…', 5],
  ])('shortens %j to %j in %i units', (whole, short, width) => {
    expect(shortened(whole, width, 12)).toBe(short);
    expect(widthOf('hoà', 10)).toBe(widthOf('hoa\u0300', 10));
  });
});

describe('in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser((await findBrowser()) ?? '');
  });

  afterAll(() => browser.close());

  it.each(Object.entries(SAMPLES))('%s is sound, and its words stay inside and apart', async (_, svg) => {
    const page = await browser.newPage();
    await page.setContent(
      `<style>${fontFaces()} body { margin: 0; width: 360px; font-family: B }</style>${svg}`,
    );
    await page.evaluate('document.fonts.ready');
    expect(await page.evaluate(FAULTS)).toEqual([]);
    await page.close();
  });
});

/** Runs in the page: markup that is no XML, words outside the picture, and words upon each other. */
const FAULTS = `(() => {
  const svg = document.querySelector('svg');
  const broken = new DOMParser().parseFromString(svg.outerHTML, 'image/svg+xml').querySelector('parsererror');
  const { width, height } = svg.viewBox.baseVal;
  const words = [...svg.querySelectorAll('text')].map((text) => ({ said: text.textContent, box: text.getBBox() }));
  const outside = words.filter(({ box }) =>
    box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height);
  // A line box is higher than its letters: lines may come as near as lines of print do.
  const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width
    && a.y + 3 < b.y + b.height - 3 && b.y + 3 < a.y + a.height - 3;
  const upon = words.flatMap((a, at) => words.slice(at + 1).filter((b) => meet(a.box, b.box)).map((b) => [a.said, b.said]));
  return [...(broken ? ['no XML'] : []), ...outside.map(({ said }) => said), ...upon];
})()`;

/** Be Vietnam Pro as the pages load it. */
function fontFaces(): string {
  const folder = dirname(require.resolve('@fontsource/be-vietnam-pro/package.json'));
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  const faces = ['vietnamese', 'latin-ext', 'latin'].flatMap((subset) =>
    [400, 600].map((weight) => {
      const file = join(folder, `files/be-vietnam-pro-${subset}-${weight}-normal.woff2`);
      const source = `url(data:font/woff2;base64,${readFileSync(file).toString('base64')})`;
      return `@font-face { font-family: B; font-weight: ${weight}; src: ${source}; unicode-range: ${ranges[subset]} }`;
    }),
  );
  return faces.join('');
}
