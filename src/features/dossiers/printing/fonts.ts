import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../../platform/project';

/** One cut of Tinos, which has the widths of Times New Roman and every Vietnamese letter. */
interface Subset {
  css: string;
  covers: RegExp;
}

interface Family {
  /** Latin, Vietnamese, the country's other languages and the usual signs in one font for each style: `templates/fonts`. */
  usual: string;
  isUsual: RegExp;
  seldom: Subset[];
}

const STYLES = ['400-normal', '400-italic', '700-normal', '700-italic'] as const;
const USUAL = ['latin', 'vietnamese'];
const SELDOM = ['cyrillic-ext', 'cyrillic', 'greek-ext', 'greek', 'hebrew', 'latin-ext'];

let family: Family | undefined;

/**
 * The `@font-face` rules that a text needs, fonts inside as `data:` addresses: the output does not depend on the fonts of
 * the machine, except for letters that Tinos lacks (emoji, Arabic, Chinese…).
 */
export function fontFaces(text: string): string {
  family ??= load();
  const { usual, isUsual, seldom } = family;
  if (isUsual.test(text)) return usual;
  const needed = seldom.filter(({ covers }) => covers.test(text)).map(({ css }) => css);
  // A later face wins where ranges overlap.
  return [...needed, usual].join('');
}

function load(): Family {
  const folder = dirname(createRequire(__filename).resolve('@fontsource/tinos/package.json'));
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  const merged = join(projectRoot, 'templates', 'fonts');
  const usual = [...USUAL.map((name) => ranges[name] ?? ''), moreLetters(merged)].join(',');
  return {
    usual: faces(join(merged, 'tinos'), 'woff', usual),
    isUsual: new RegExp(`^[${classOf(usual)}]*$`, 'u'),
    seldom: SELDOM.map((name) => ({
      css: faces(join(folder, 'files', `tinos-${name}`), 'woff2', ranges[name] ?? ''),
      covers: new RegExp(`[${classOf(ranges[name] ?? '')}]`, 'u'),
    })),
  };
}

/** What the merged fonts hold beside the usual subsets. */
function moreLetters(folder: string): string {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const { letters, marks } = read('minority-letters.json') as {
    letters: string;
    marks: Record<string, string>;
  };
  const { tinos, noto } = read('symbols.json') as { tinos: string; noto: string };
  const codes = [...letters, ...tinos, ...noto].map((sign) =>
    (sign.codePointAt(0) ?? 0).toString(16).toUpperCase(),
  );
  return [...codes, ...Object.keys(marks)].map((code) => `U+${code}`).join(',');
}

function faces(path: string, format: 'woff' | 'woff2', range: string): string {
  return STYLES.map((name) => {
    const [weight, style] = name.split('-');
    const bytes = readFileSync(`${path}-${name}.${format}`).toString('base64');
    const source = `url(data:font/${format};base64,${bytes}) format('${format}')`;
    return `@font-face{font-family:Tinos;font-style:${style};font-weight:${weight};font-display:block;src:${source};unicode-range:${range}}`;
  }).join('');
}

/** `U+0102-0103,U+0110` → the same as a class of a regular expression. */
function classOf(range: string): string {
  return range.replace(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?,?/gi, (_, from: string, to?: string) =>
    to ? `\\u{${from}}-\\u{${to}}` : `\\u{${from}}`,
  );
}
