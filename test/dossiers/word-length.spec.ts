import { findingText, notMade } from '../../src/features/dossiers/bundle/bundle-finding';
import { wordOf } from '../../src/features/dossiers/word/word-document';

const DAY = '2026-09-09';

describe('a Word file of endlessly many lines', () => {
  const body = (lines: number) =>
    `<section class="document portrait"><p>a</p>${'<br>'.repeat(lines - 1)}</section>`;

  it('is refused with a reason, and is a finding of its export', async () => {
    const failure: unknown = await wordOf(body(50_001), 'a', DAY).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'word-too-long', params: { lines: 50_001, most: 50_000 } });
    expect(findingText(notMade({ file: 'a.docx' }, failure))).toBe(
      'Không tạo được tệp a.docx: Văn bản có 50001 dòng và đoạn, nhiều hơn 50000, nên không lập được bản Word. Hãy dùng bản PDF hoặc rút gọn nội dung.',
    );
  });

  it('is made up to there', async () => {
    expect((await wordOf(body(1000), 'a', DAY)).length).toBeGreaterThan(1000);
  });
});
