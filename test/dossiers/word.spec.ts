import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'htmlparser2';
import { templates } from '../../src/features/dossiers/printing/templates';
import type { PrintDocument } from '../../src/features/dossiers/printing/print-document';
import { type RoundData, roundDocuments } from '../../src/features/dossiers/documents/round-documents';
import { unknownWords } from '../../src/features/dossiers/word/vocabulary';
import { progressChart } from '../../src/platform/charts/progress';
import { toWord, wordOf } from '../../src/features/dossiers/word/word-document';
import { readDocx, textOf } from './support/docx';
import { all, first } from './support/read-xml';
import { loadCase } from './support/round';

const TEMPLATES = join(__dirname, '../../templates/dossiers');
const CASES = readdirSync(join(__dirname, '../golden/cases'));

function documentsOf(data: RoundData): PrintDocument[] {
  return roundDocuments(data).map((pending) => pending());
}

function htmlOf({ template, view }: PrintDocument): string {
  return templates().render(template, view);
}

/** The words of the page, as somebody reads them. */
function plain(html: string): string {
  return html
    .replace(/<svg.*?<\/svg>/gs, ' ')
    .replace(/<\/?(?:b|i|span)\b[^>]*>/g, '')
    .replace(/<[^>]+>|&nbsp;/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('the Word file of a document', () => {
  test.each(CASES)('holds the words of the printed page, all and in their order: %s', async (name) => {
    const data = await loadCase(name);
    for (const document of documentsOf(data)) {
      const { body } = await readDocx(await toWord(document, data.round.date));
      expect(textOf(body)).toBe(plain(htmlOf(document)));
    }
  });

  test('knows every element and every class of what is printed', async () => {
    const data = await loadCase('hung-yen');
    const used = documentsOf(data).flatMap((document) =>
      unknownWords(parseDocument(htmlOf(document)).children),
    );
    expect([...new Set(used)]).toEqual([]);
  });

  test.each(
    [
      ...readdirSync(TEMPLATES),
      ...readdirSync(join(TEMPLATES, 'partials')).map((file) => `partials/${file}`),
    ].filter((file) => file.endsWith('.hbs')),
  )('knows every element and every class of %s, printed or not', (file) => {
    const source = readFileSync(join(TEMPLATES, file), 'utf8').replace(/\{\{[^}]*\}\}/g, ' ');
    expect(unknownWords(parseDocument(source).children)).toEqual([]);
  });

  test('would tell what it does not know', () => {
    const html = '<section class="document boxed"><p style="color: red">a <em>b</em></p></section>';
    expect(unknownWords(parseDocument(html).children)).toEqual(['.boxed', 'p[style]', 'em']);
  });

  test('draws charts of numbers that can be changed, and tells them to who cannot see', async () => {
    const svg = progressChart({
      id: 'c',
      title: 'Theo <giới>',
      description: '',
      states: ['Được khen', 'Chưa'],
      units: [
        { name: 'Nữ & nam', counts: [3, 1] },
        { name: 'Nam', counts: [0, 2] },
      ],
      words: { none: '' },
    });
    const html = `<section class="document portrait"><figure class="chart"><div class="drawing">${svg}</div><figcaption>Hình 1</figcaption></figure></section>`;
    expect(unknownWords(parseDocument(html).children)).toEqual([]);
    const bytes = await wordOf(html, 'Báo cáo', '2025-12-20');
    const docx = await readDocx(bytes);
    expect(textOf(docx.body)).toBe('Hình 1');
    expect(first(docx.body, 'wp:docPr').attributes['title']).toBe('Theo <giới>');
    const chart = docx.xml('word/charts/chart1.xml');
    const said = (name: string) =>
      all(chart, name).map((one) => all(one, 'c:v').flatMap(({ children }) => children));
    expect(said('c:tx')).toEqual([['Được khen'], ['Chưa']]);
    expect(said('c:cat')[0]).toEqual(['Nữ & nam', 'Nam']);
    expect(said('c:val')).toEqual([
      ['3', '0'],
      ['1', '2'],
    ]);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.compare(await wordOf(html, 'Báo cáo', '2025-12-20'), bytes)).toBe(0);
  });

  test('keeps the words of a drawing that does not tell its numbers', async () => {
    const html = '<section class="document portrait"><svg><title>Một</title><text>Hai</text></svg></section>';
    expect(unknownWords(parseDocument(html).children)).toEqual(['svg without data-chart']);
    expect(textOf((await readDocx(await wordOf(html, 'Ba', '2025-12-20'))).body)).toBe('Một Hai');
  });

  test('is the same bytes whenever it is made', async () => {
    const data = await loadCase('hung-yen');
    for (const document of documentsOf(data).slice(0, 3)) {
      const first = await toWord(document, data.round.date);
      await new Promise((resolve) => setTimeout(resolve, 2100));
      expect(Buffer.compare(await toWord(document, data.round.date), first)).toBe(0);
    }
  });

  test('names its title, its language and the day of the round, not the moment it was made', async () => {
    const data = await loadCase('hung-yen');
    const [document] = documentsOf(data);
    if (!document) throw new Error('no document');
    const docx = await readDocx(await toWord(document, '2025-12-20'));
    const core = docx.text('docProps/core.xml');
    expect(core).toContain(`<dc:title>${document.title}</dc:title><dc:creator>thidua</dc:creator>`);
    expect(core).toContain('>2025-12-20T00:00:00Z</dcterms:created>');
    expect(core).toContain('>2025-12-20T00:00:00Z</dcterms:modified>');
    expect(docx.text('word/styles.xml')).toContain('<w:lang w:val="vi-VN"');
  });
});
