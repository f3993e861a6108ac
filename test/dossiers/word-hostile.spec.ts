import { roundDocuments } from '../../src/features/dossiers/documents/round-documents';
import { readBody } from '../../src/features/dossiers/word/read-body';
import { toWord } from '../../src/features/dossiers/word/word-document';
import { readDocx, textOf } from './support/docx';
import { all } from './support/read-xml';
import { loadCase, withNominations } from './support/round';

const LONE_SURROGATE = String.fromCharCode(0xd800);
const HOSTILE = [
  '<script>alert(1)</script>',
  ']]><!-- --> <?xml version="1.0"?> <!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]> &b;',
  '</w:t></w:r><w:r><w:instrText>INCLUDETEXT "file:///etc/passwd"</w:instrText></w:r>',
  `a\u0000b\u0001c\u001fd${LONE_SURROGATE}e\ufffef\uffffg`,
  'trái \u202ephải\u202c sang',
  '&amp; &lt; &#0; &#x1; " \' `',
  '<img src=x onerror=alert(1)><iframe src="http://127.0.0.1:1/"></iframe><svg><text>svg</text></svg>',
  'ĐÃ Tiếng Việt tổ hợp'.normalize('NFD'),
  '{{this}} {{{this}}} {{> head}}',
  '= 1+1 DDEAUTO c:\\windows\\system32\\calc.exe',
  'x'.repeat(5000),
  '😀 中文 العربية',
];

/** The same plain object with every text in it followed by a hostile one. */
function poisoned<T>(value: T, next: () => string): T {
  if (typeof value === 'string') return `${value} ${next()}` as T;
  if (Array.isArray(value)) return value.map((each: unknown) => poisoned(each, next)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [key, poisoned(each, next)]),
  ) as T;
}

describe('a Word file of hostile words', () => {
  test('is well-formed, holds them as text, and refers to nothing outside itself', async () => {
    let at = 0;
    const next = () => HOSTILE[(at += 1) % HOSTILE.length] ?? '';
    const data = withNominations(await loadCase('hung-yen'), (one) => ({
      ...one,
      name: `${one.name} ${next()}`,
      unit: `${one.unit} ${next()}`,
      report: poisoned(one.report, next),
      evidence: poisoned(one.evidence, next),
    }));
    for (const pending of roundDocuments(data)) {
      const document = pending();
      // Views clean what they print; here the words come as they are.
      const view = poisoned(document.view, next);
      const docx = await readDocx(await toWord({ ...document, title: next(), view }, '2025-12-20'));
      for (const name of docx.names.filter((each) => each.endsWith('.rels')))
        expect(
          all(docx.xml(name), 'Relationship').filter(({ attributes }) => attributes['TargetMode']),
        ).toEqual([]);
      // The numbers behind a chart are the one thing inside a file.
      const inside = docx.names.filter((each) => /media|vba|embeddings|activeX/i.test(each));
      expect(inside.filter((each) => !/^word\/embeddings\/[\w-]+\.xlsx$/.test(each))).toEqual([]);
      expect(all(docx.body, 'w:instrText')).toEqual([]);
      expect(all(docx.body, 'w:hyperlink')).toEqual([]);
      expect(textOf(docx.body)).toBe(textOf(docx.body).normalize('NFC'));
      expect(textOf(docx.body)).toContain('<script>alert(1)</script>');
      expect(textOf(docx.body)).toContain('abcdefg');
      // A heading breaks a long word.
      expect(textOf(docx.body).replace(/\s/g, '')).toContain('INCLUDETEXT"file:///etc/passwd"');
      expect(textOf(docx.body)).toContain('ĐÃ Tiếng Việt tổ hợp');
    }
  });

  test('loses no word of elements and classes that it does not know', () => {
    const html = `one <section class="document sideways"><blockquote>two <em>three</em></blockquote><p class="wavy">four
      <u>five</u></p><ul><li>six</li><li><p>seven</p>eight</li></ul><table><caption>nine</caption><tbody>ten<tr></tr><tr><td>eleven</td></tr></tbody></table><table>twelve</table>
      </section> <p>thirteen</p>`;
    const found: string[] = [];
    JSON.stringify(readBody(html), (key, value: unknown) => {
      if (key === 'text' && typeof value === 'string') found.push(value);
      return value;
    });
    expect(found.join(' ').replace(/\s+/g, ' ').trim()).toBe(
      'one two three four five six seven eight nine ten eleven twelve thirteen',
    );
  });
});
