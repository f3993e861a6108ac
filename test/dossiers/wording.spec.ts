import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { toHtml } from '../../src/features/dossiers/printing/print-document';
import type { PendingDocument } from '../../src/features/dossiers/documents/pending-document';
import { roundDocuments } from '../../src/features/dossiers/documents/round-documents';
import type { RoundData } from '../../src/features/dossiers/documents/round-data';
import { documentTemplates, templateOn } from '../../src/features/dossiers/papers/document-templates';
import { type Issue, type Papers, type Wording, blankPapers } from '../../src/features/dossiers/papers/paper';
import { NARRATIVE, PROFILE } from '../../src/features/nominations/report/report-sections';
import { projectRoot } from '../../src/platform/project';
import { loadCase } from './support/round';

/** The text of one document as it stands in the HTML, without tags. */
function text(data: RoundData, file: string): string {
  const document = roundDocuments(data)
    .map((pending: PendingDocument) => pending())
    .find((one) => one.file === file);
  if (!document) throw new Error(`no ${file}`);
  return toHtml(document)
    .replace(/^.*<body>/s, '')
    .replace(/<[^>]+>|&nbsp;/g, ' ')
    .replace(/\s+/g, ' ');
}

function with_(data: RoundData, change: Partial<Papers>): RoundData {
  return { ...data, papers: { ...blankPapers(data.round.date), ...change } };
}

const SIGNED: Issue = {
  number: '5',
  day: '2025-12-09',
  signer: { authority: 'KT. Giám đốc, Phó Giám đốc', name: 'Lê Thị Bình' },
};

/** Each heading replaced by its key in brackets, so that every place that prints one shows. */
function marked(kind: string, headings: Wording['headings']): Wording {
  const marks = Object.keys(headings).map((key) => [key, `«${kind} ${key}»`]);
  return { headings: Object.fromEntries(marks) as Wording['headings'], grounds: null };
}

describe('forms of documents', () => {
  test('each day has its form, and each kind of nominee its own', () => {
    expect(templateOn('achievement-report', '2025-06-30', 'individual').code).toBe('bao-cao-ca-nhan-nd98');
    expect(templateOn('achievement-report', '2025-07-01', 'individual').code).toBe('bao-cao-ca-nhan-nd152');
    expect(templateOn('achievement-report', '2025-07-01', 'household').code).toBe(
      'bao-cao-ho-gia-dinh-nd152',
    );
  });

  test('outside the days that are known, the form nearest in time is printed', () => {
    expect(templateOn('achievement-report', '2023-05-01', 'collective').code).toBe('bao-cao-tap-the-nd98');
    expect(templateOn('achievement-report', '2027-01-01', 'collective').code).toBe('bao-cao-tap-the-nd152');
  });

  test('a form that rests on a law is in use while that law is in force', () => {
    const { regimes } = parse(
      readFileSync(join(projectRoot, 'seeds', 'reference', 'legal-regimes.yaml'), 'utf8'),
    ) as { regimes: { number: string; validFrom: string; validTo?: string }[] };
    const law = regimes.find(({ number }) => number === '06/2022/QH15');
    const resting = documentTemplates().filter(({ basis }) => basis.includes('06/2022/QH15'));
    expect(resting.length).toBeGreaterThan(5);
    for (const { code, from, to } of resting)
      expect([code, from >= String(law?.validFrom), (to ?? '9999') <= String(law?.validTo)]).toEqual([
        code,
        true,
        true,
      ]);
  });

  test('no two forms share a code, and none has an empty heading', () => {
    const codes = documentTemplates().map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, headings } of documentTemplates())
      for (const [key, heading] of Object.entries(headings)) expect([code, key, heading]).not.toContain('');
  });

  test.each(['collective', 'household', 'individual'] as const)(
    'a report of a %s asks for what its form on the screen asks for, in the same words',
    (subject) => {
      const { headings } = templateOn('achievement-report', '2026-01-01', subject);
      const asked = Object.entries(headings).filter(([key]) => /^(profile|narrative)\./.test(key));
      expect(asked).toEqual([
        ...PROFILE[subject].map(({ key, heading }) => [`profile.${key}`, heading]),
        ...NARRATIVE.map(({ key, heading }) => [`narrative.${key}`, heading]),
      ]);
    },
  );
});

describe('what an office words otherwise', () => {
  let data: RoundData;
  beforeAll(async () => {
    data = await loadCase('hung-yen');
  });

  test.each([
    ['achievement-report', 'collective', 'nominations/tap-the/TT-01.pdf'],
    ['achievement-report', 'individual', 'nominations/ca-nhan/CN-01.pdf'],
    ['score-sheet', undefined, 'nominations/tap-the/TT-01.pdf'],
    ['submission', undefined, 'awards/BK/to-trinh.pdf'],
    ['nominee-list', undefined, 'awards/BK/danh-sach.pdf'],
    ['minutes', undefined, 'bien-ban.pdf'],
    ['review-report', undefined, 'bao-cao.pdf'],
  ] as const)('every heading of %s (%s) that may be worded otherwise is printed', (kind, subject, file) => {
    const { headings } = templateOn(kind, data.round.date, subject);
    const wordingOf: Papers['wordingOf'] = (asked, of) =>
      asked === kind ? marked(kind, headings) : blankPapers(data.round.date).wordingOf(asked, of);
    const printed = text(with_(data, { wordingOf }), file);
    const unseen = Object.keys(headings).filter(
      (key) => !printed.toLowerCase().includes(`${kind} ${key.toLowerCase()}»`),
    );
    // What this round has nothing to say under.
    const nothing: Partial<Record<typeof kind, string[]>> = {
      'achievement-report': ['others'],
      submission: ['household'],
      minutes: ['setting.absent', 'runOff', 'runOffVotes'],
      'score-sheet': ['council', 'scorer', 'chair'],
      'review-report': ['awarded'],
    };
    expect(unseen).toEqual(nothing[kind] ?? []);
  });

  test('căn cứ of the office take the place of law and plan, and the minutes keep their own line', () => {
    const grounds = ['Căn cứ Quy chế thi đua của Sở', '[biên bản]'];
    const wordingOf: Papers['wordingOf'] = (kind, subject) => ({
      ...blankPapers(data.round.date).wordingOf(kind, subject),
      grounds: kind === 'submission' ? grounds : null,
    });
    const printed = text(with_(data, { wordingOf }), 'awards/BK/to-trinh.pdf');
    expect(printed).toContain(
      'Căn cứ Quy chế thi đua của Sở; Căn cứ Biên bản họp xét khen thưởng ngày tháng năm 2025 của Hội đồng',
    );
    expect(printed).not.toContain('06/2022/QH15');
  });
});

describe('what is filled in when a paper is signed', () => {
  test('number, day and signer stand on the paper, and on the list that goes with it', async () => {
    const data = await loadCase('hung-yen');
    const signed = with_(data, {
      issueOf: (kind, subject) =>
        kind === 'submission' && subject === 'BK'
          ? SIGNED
          : blankPapers(data.round.date).issueOf(kind, subject),
    });
    const submission = text(signed, 'awards/BK/to-trinh.pdf');
    expect(submission).toContain('Số: 05/TTr-SKHCN');
    expect(submission).toContain('Hưng Yên, ngày 09 tháng 12 năm 2025');
    expect(submission).toMatch(/KT\. GIÁM ĐỐC PHÓ GIÁM ĐỐC Lê Thị Bình $/);
    const list = text(signed, 'awards/BK/danh-sach.pdf');
    expect(list).toContain('(Kèm theo Tờ trình số 05/TTr-SKHCN ngày 09 tháng 12 năm 2025 của Sở Khoa học');
    expect(list).toContain('Số: /DS-SKHCN');
    expect(text(signed, 'awards/GK/to-trinh.pdf')).toContain('Số: /TTr-VP');
  });

  test('the day of the minutes stands where they are cited', async () => {
    const data = await loadCase('hung-yen');
    const dated = text(with_(data, { minutesDay: '2025-12-05' }), 'awards/BK/to-trinh.pdf');
    expect(dated).toContain('Căn cứ Biên bản họp xét khen thưởng ngày 05 tháng 12 năm 2025 của Hội đồng');
  });

  test('a report is numbered, dated and signed by itself', async () => {
    const data = await loadCase('hung-yen');
    const signed = with_(data, {
      issueOf: (kind, subject) =>
        kind === 'achievement-report' && subject === 'TT-01'
          ? SIGNED
          : blankPapers(data.round.date).issueOf(kind, subject),
    });
    const report = text(signed, 'nominations/tap-the/TT-01.pdf');
    expect(report).toMatch(/Số: 05\/BC-……/);
    expect(report).toMatch(/KT\. GIÁM ĐỐC PHÓ GIÁM ĐỐC \(Ký, đóng dấu\) Lê Thị Bình/);
    expect(report).toContain('Số: /PCĐ-SKHCN');
  });
});
