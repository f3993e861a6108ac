import { authorityLines } from '../../src/features/dossiers/documents/signer.view';
import { citation, punctuated } from '../../src/features/dossiers/words/citation';
import { fileNames } from '../../src/features/dossiers/printing/file-name';
import { blankDay, dayInWords, itemMarks, points, roman } from '../../src/features/dossiers/words/formats';
import { instrumentsOn } from '../../src/features/dossiers/words/legal-basis';
import { evenLines } from '../../src/features/dossiers/printing/line-breaks';
import { numberInWords } from '../../src/features/dossiers/words/number-words';
import { oneLine, paragraphs, upper } from '../../src/platform/text/printable';

describe('words and figures of documents', () => {
  test.each([
    [0, 'không'],
    [1, 'một'],
    [4, 'bốn'],
    [10, 'mười'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [34, 'ba mươi bốn'],
    [55, 'năm mươi lăm'],
    [100, 'một trăm'],
    [105, 'một trăm linh năm'],
    [111, 'một trăm mười một'],
    [1000, 'một nghìn'],
    [1005, 'một nghìn không trăm linh năm'],
    [2_030_400, 'hai triệu không trăm ba mươi nghìn bốn trăm'],
    [1_000_000_000, 'một tỷ'],
  ])('%d is “%s”', (value, words) => expect(numberInWords(value)).toBe(words));

  test('headings break into as few and as even lines as may be', () => {
    expect(evenLines('SỞ KHOA HỌC VÀ CÔNG NGHỆ', 24)).toEqual(['SỞ KHOA HỌC VÀ CÔNG NGHỆ']);
    expect(evenLines('TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG', 24)).toEqual([
      'TRUNG TÂM PHỤC VỤ ',
      'HÀNH CHÍNH CÔNG',
    ]);
    expect(evenLines('', 24)).toEqual(['']);
    expect(evenLines('HỘI ĐỒNG THI ĐUA', 12)).toEqual(['HỘI ĐỒNG ', 'THI ĐUA']);
    expect(evenLines('XÁC NHẬN CỦA THỦ TRƯỞNG ĐƠN VỊ', 20)).toEqual(['XÁC NHẬN CỦA ', 'THỦ TRƯỞNG ĐƠN VỊ']);
  });

  test('words about a dash stay together where a line has room for them', () => {
    expect(evenLines('PHÒNG KẾ HOẠCH - TÀI CHÍNH', 24)).toEqual(['PHÒNG ', 'KẾ HOẠCH - TÀI CHÍNH']);
    expect(evenLines('HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG', 24)).toEqual(['HỘI ĐỒNG ', 'THI ĐUA - KHEN THƯỞNG']);
    expect(evenLines('HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG', 20)).toEqual(['HỘI ĐỒNG THI ĐUA - ', 'KHEN THƯỞNG']);
  });

  test('a word that is longer than a line is cut into pieces, a letter and its mark never parted', () => {
    expect(evenLines('Ă'.repeat(25), 24)).toEqual(['Ă'.repeat(9), 'Ă'.repeat(16)]);
    expect(evenLines(`${'C\u0306'.repeat(13)} X`, 24)).toEqual([
      'C\u0306'.repeat(9),
      `${'C\u0306'.repeat(4)} X`,
    ]);
    const monstrous = 'Ă'.repeat(24 * 16 + 1);
    expect(evenLines(monstrous, 24)).toEqual([monstrous]);
  });

  test('a heading of many short words costs about forty times its quarter, not four hundred', () => {
    const [quarter, whole] = [12, 48].map((words) => 'A '.repeat(words * 8).trim());
    const [little, much] = [
      fastest(() => evenLines(quarter ?? '', 48)),
      fastest(() => evenLines(whole ?? '', 48)),
    ];
    expect(much / little).toBeLessThan(200);
  });

  test('points, days, marks', () => {
    expect([points(8750), points(-50), points(0), points(null)]).toEqual(['87,50', '-0,50', '0,00', '–']);
    expect([dayInWords('2025-02-05'), dayInWords('2023-03-01'), dayInWords('2025-12-20')]).toEqual([
      'ngày 05 tháng 02 năm 2025',
      'ngày 01 tháng 3 năm 2023',
      'ngày 20 tháng 12 năm 2025',
    ]);
    expect(blankDay('2025-12-20')).toBe('ngày      tháng      năm 2025');
    expect(itemMarks(6)).toEqual(['a)', 'b)', 'c)', 'd)', 'đ)', 'e)']);
    expect(itemMarks(200).at(-1)).toBe('(200)');
    expect([1, 4, 9, 14, 39].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XXXIX']);
  });

  test.each([
    [
      '38/KH-UBND',
      'Kế hoạch tổ chức phong trào',
      'Căn cứ Kế hoạch số 38/KH-UBND ngày 01 tháng 3 năm 2023 của UBND tỉnh về việc tổ chức phong trào',
    ],
    [
      '03/CT-UBND',
      'Phát động thi đua',
      'Căn cứ Chỉ thị số 03/CT-UBND ngày 01 tháng 3 năm 2023 của UBND tỉnh về việc phát động thi đua',
    ],
    [
      '12/QĐ-UBND',
      'Quyết định ban hành Quy chế',
      'Căn cứ Quyết định số 12/QĐ-UBND ngày 01 tháng 3 năm 2023 của UBND tỉnh ban hành Quy chế',
    ],
    [
      '432/UBND-VHXXH',
      '“Đẩy mạnh” thi đua',
      'Căn cứ Văn bản số 432/UBND-VHXXH ngày 01 tháng 3 năm 2023 của UBND tỉnh về việc “Đẩy mạnh” thi đua',
    ],
  ])('%s is cited in full', (number, title, line) => {
    expect(citation({ number, title, date: '2023-03-01', issuer: 'UBND tỉnh' })).toBe(line);
  });

  test.each([
    ['06/2022/QH15', 'Luật Thi đua, khen thưởng', 'Luật Thi đua, khen thưởng'],
    ['45/2019/QH14', 'Bộ luật Lao động', 'Bộ luật Lao động'],
    ['02/2020/UBTVQH14', 'Pháp lệnh Ưu đãi người có công', 'Pháp lệnh Ưu đãi người có công'],
  ])(
    '%s is a law: cited by name and day, without a number unless the day is unknown',
    (number, title, name) => {
      const basis = { number, title, issuer: 'Quốc hội' };
      expect(citation({ ...basis, date: '2022-06-15' })).toBe(`Căn cứ ${name} ngày 15 tháng 6 năm 2022`);
      expect(citation(basis)).toBe(`Căn cứ ${name} số ${number}`);
    },
  );

  test.each([
    ['Giám đốc', ['GIÁM ĐỐC']],
    ['KT. Giám đốc, Phó Giám đốc', ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
    ['TL. Giám đốc\nChánh Văn phòng', ['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG']],
    ['Phó Giám đốc', ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
    ['Phó Giám đốc phụ trách', ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
    ['Phó Chủ tịch Thường trực', ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    ['TM. Ủy ban nhân dân, Phó Chủ tịch', ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    ['', []],
  ])('whoever signs as “%s”', (authority, lines) => {
    expect(authorityLines(authority)).toEqual(lines);
  });

  test('căn cứ end with “;”, the last with “.”', () => {
    expect(punctuated(['một;', 'hai.', 'ba'])).toEqual(['một;', 'hai;', 'ba.']);
  });

  test.each([
    ['2023-12-31', []],
    ['2025-06-30', ['06/2022/QH15', '98/2023/NĐ-CP']],
    ['2025-07-01', ['06/2022/QH15', '152/2025/NĐ-CP']],
    ['2026-09-30', ['06/2022/QH15', '152/2025/NĐ-CP']],
    ['2026-10-01', []],
  ])('on %s the law is %j', (day, numbers) => {
    expect(instrumentsOn(day).map(({ number }) => number)).toEqual(numbers);
  });

  test('text becomes NFC, loses controls and marks that turn direction, and keeps every letter', () => {
    expect(oneLine('Tiếng Việt'.normalize('NFD'))).toBe('Tiếng Việt');
    expect(oneLine(' a\u0000b\u202ec\ud800d\n\te ')).toBe('abcd e');
    expect(oneLine('שלום 👍 漢字')).toBe('שלום 👍 漢字');
    expect(paragraphs('một\r\n\r\nhai\u2028ba')).toEqual(['một', 'hai', 'ba']);
    expect(upper('sở khoa học và công nghệ đ')).toBe('SỞ KHOA HỌC VÀ CÔNG NGHỆ Đ');
    expect([...oneLine(`a${'\u0316'.repeat(50)}`)]).toHaveLength(3);
  });
});

describe('file names', () => {
  const HOSTILE = [
    '../../x',
    'a/b',
    'a\\b',
    '',
    '.',
    '..',
    'CON',
    'x'.repeat(300),
    'đ',
    'd',
    'TT 01',
    'TT-01',
    'tt-01',
    '\u0000',
    'Ｔ',
    '-',
  ];

  test('plain codes are their own names', () => {
    expect([...fileNames(['TT-01', 'tap-the', 'CN_2']).values()]).toEqual(['TT-01', 'tap-the', 'CN_2']);
  });

  test('any other code becomes a short, safe name, and no two meet, whatever the disk thinks of case', () => {
    const names = [...fileNames(HOSTILE).values()];
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_-]{0,71}$/);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(HOSTILE.length);
    expect(names.filter((name) => /^(con|prn|aux|nul)$/i.test(name))).toEqual([]);
  });

  test('a name depends on its code alone, in whatever order codes come', () => {
    expect(fileNames(HOSTILE.toReversed()).get('a/b')).toBe(fileNames(HOSTILE).get('a/b'));
  });
});

/** Of five: what else the machine does only slows. */
function fastest(work: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}
