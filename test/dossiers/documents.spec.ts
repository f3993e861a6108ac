import type { Campaign } from '../../src/domain/campaign';
import type { Nomination, Round } from '../../src/domain/nomination';
import { toHtml } from '../../src/features/dossiers/printing/print-document';
import { type RoundData, roundDocuments } from '../../src/features/dossiers/documents/round-documents';
import { documentText as text, plainText } from './support/document-text';
import { evaluated, loadCase, withNominations } from './support/round';

function nomination({ round }: RoundData, code: string): Nomination {
  const found = round.nominations.find((one) => one.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
}

function changed(data: RoundData, campaign: Partial<Campaign>, round: Partial<Round> = {}): RoundData {
  return evaluated({ ...data.campaign, ...campaign }, { ...data.round, ...round });
}

describe('what the documents say', () => {
  let data: RoundData;
  beforeAll(async () => {
    data = await loadCase('hung-yen');
  });

  test('each is known by its name before it is put together', () => {
    const pending = roundDocuments(data);
    expect(pending.map(({ file, paper }) => ({ file, paper }))).toEqual(
      pending.map((document) => document()).map(({ file, paper }) => ({ file, paper })),
    );
    const named = pending.flatMap(({ paper }) => (paper ? [paper.kind] : []));
    expect(new Set(named)).toEqual(
      new Set(['submission', 'nominee-list', 'award-decision', 'certificate', 'review-report', 'notice']),
    );
  });

  test('a Bằng khen is asked of the chair of the province, through the Sở Nội vụ, by the Sở', () => {
    const submission = text(data, 'awards/BK/to-trinh.pdf');
    expect(submission).toContain('UBND TỈNH HƯNG YÊN SỞ KHOA HỌC VÀ CÔNG NGHỆ');
    expect(submission).toContain('Số: /TTr-SKHCN');
    expect(submission).toContain('Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh (qua Sở Nội vụ)');
    expect(submission).toContain('cho 02 (hai) tập thể và 02 (hai) cá nhân có thành tích xuất sắc');
    expect(submission).toContain(
      'a) Phòng Quản lý Khoa học, Sở Khoa học và Công nghệ tỉnh Hưng Yên: đạt 93,50 điểm, xếp thứ 2, số thành viên Hội đồng đồng ý 8/9;',
    );
    expect(submission).toContain(
      'b) Bà Lê Thu Đào, Kiểm soát viên, Chi cục Tiêu chuẩn Đo lường Chất lượng, Sở Khoa học và Công nghệ tỉnh Hưng Yên: đạt',
    );
    expect(submission).toMatch(/xem xét, quyết định\.\/\. Nơi nhận: .* GIÁM ĐỐC Trần Tùng Chuẩn$/);
  });

  test('a Giấy khen is asked of the head by the office', () => {
    const submission = text(data, 'awards/GK/to-trinh.pdf');
    expect(submission).toContain('SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH HƯNG YÊN VĂN PHÒNG SỞ');
    expect(submission).toContain('Số: /TTr-VP');
    expect(submission).toContain('Kính gửi: Giám đốc Sở Khoa học và Công nghệ Căn cứ');
    expect(submission).toContain('b) Ông Phạm Văn Ân, Chuyên viên, Văn phòng Sở: đạt');
    expect(submission).toMatch(/CHÁNH VĂN PHÒNG$/);
    expect(submission).not.toContain('qua Sở Nội vụ');
  });

  test('nothing is assumed of the law after the day it is known for, and the document says so', () => {
    const later = changed(data, {}, { date: '2026-10-01' });
    const submission = text(later, 'awards/BK/to-trinh.pdf');
    expect(submission).not.toMatch(/06\/2022\/QH15|152\/2025|qua Sở Nội vụ/);
    expect(submission).toContain('Căn cứ Kế hoạch số 38/KH-UBND');
    expect(submission).toContain('Ghi chú: phần mềm không có căn cứ pháp luật');
    expect(submission).toContain('ngày tháng năm 2026');
  });

  test('the list has its nine columns, and its people by kind', () => {
    const list = text(data, 'awards/BK/danh-sach.pdf');
    expect(list).toContain(
      'STT Họ và tên, tên tập thể Chức vụ Đơn vị Hình thức khen thưởng đề nghị Loại đối tượng Tổng điểm Xếp hạng Phiếu đồng ý',
    );
    expect(list).toContain(
      '2 Bà Lê Thu Đào Kiểm soát viên Chi cục Tiêu chuẩn Đo lường Chất lượng, Sở Khoa học và Công nghệ tỉnh Hưng Yên Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Cá nhân trực tiếp công tác, lao động 93,00 2 8/9',
    );
    expect(list).toContain(
      'Danh sách này có 04 trường hợp đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh, gồm: 02 (hai) tập thể và 02 (hai) cá nhân./. Nơi nhận:',
    );
  });

  test('a tie at the cut is told to the decider, and a lower award that waits for it is not called a shortfall', async () => {
    const tie = await loadCase('hung-yen-tie');
    expect(text(tie, 'awards/BK/to-trinh.pdf')).toContain(
      'Tiêu chí đối với cá nhân: Bà Trần Đức Bình; Bà Lê Thu Đào đang đồng hạng trong khi chỉ còn 01 chỉ tiêu',
    );
    const lower = text(tie, 'awards/GK/to-trinh.pdf');
    expect(lower).toContain('chờ Hội đồng giải quyết đồng hạng ở hình thức khen thưởng cao hơn');
    expect(lower).not.toContain('còn thiếu');
  });

  test('an award that nobody gets has a tờ trình that says so, and no list', () => {
    const nobody = withNominations(data, (one) => ({ ...one, state: 'withdrawn' }));
    expect(text(nobody, 'awards/BK/to-trinh.pdf')).toContain(
      'chưa có tập thể, cá nhân nào được đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh',
    );
    expect(text(nobody, 'awards/BK/to-trinh.pdf')).toContain(
      'đề nghị 00, còn thiếu 01 so với số tối thiểu 01',
    );
    expect(() => text(nobody, 'awards/BK/danh-sach.pdf')).toThrow('no awards/BK/danh-sach.pdf');
  });

  test('sections that no form knows are printed under their own name, and rows of unknown criteria too', () => {
    const one = nomination(data, 'TT-01');
    const report: Nomination['report'] = {
      ...one.report,
      'Khó khăn, vướng mắc': 'Thiếu kinh phí.',
      overview: { office: 'Số 1 đường Chùa Chuông', motto: 'Đoàn kết' },
      achievements: [
        {
          criterion: 'a',
          text: 'Ban hành 12 văn bản.',
          before: '5 văn bản',
          after: '12 văn bản',
          spread: 'Toàn tỉnh',
        },
        { criterion: 'không-có', text: 'Kết quả lạc.' },
      ],
    };
    const dossier = text(
      withNominations(data, (other) => (other === one ? { ...one, report } : other)),
      'nominations/tap-the/TT-01.pdf',
    );
    expect(dossier).toContain(
      '1. Trụ sở chính, điện thoại, địa chỉ trang tin điện tử: Số 1 đường Chùa Chuông',
    );
    expect(dossier).toContain(
      'Ban hành 12 văn bản. Trước khi thực hiện: 5 văn bản Sau khi thực hiện: 12 văn bản Khả năng nhân rộng: Toàn tỉnh',
    );
    expect(dossier).toContain('Khó khăn, vướng mắc: Thiếu kinh phí.');
    expect(dossier).toContain('motto: Đoàn kết');
    expect(dossier).toContain('Tiêu chí không-có: Kết quả lạc.');
  });

  test('only marks of a plan stand before a criterion; other codes are for files alone', () => {
    const sheet = text(data, 'nominations/tap-the/TT-01.pdf');
    expect(sheet).toContain('đ) Đẩy mạnh cải cách hành chính');
    expect(sheet).toContain(
      'Không phát sinh đơn thư khiếu nại, tố cáo của tổ chức, người dân (mục III.3.1.đ)',
    );
    expect(sheet).not.toContain('đ-kntc');
  });

  test('a score sheet names the layers that were filled in, and no other', () => {
    expect(text(data, 'nominations/tap-the/TT-01.pdf')).toContain(
      'Phiếu này được lập theo điểm tự chấm và kết quả thẩm định; lý do và minh chứng',
    );
  });

  test.each([
    ['the unit alone', { self: true }, 'ĐẠI DIỆN ĐƠN VỊ TỰ CHẤM (Ký, ghi rõ họ tên)'],
    ['the office too', { self: true, appraisal: true }, 'CÁN BỘ THẨM ĐỊNH (Ký, ghi rõ họ tên)'],
    [
      'the council too',
      { self: true, appraisal: true, council: true },
      'TM. HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG CHỦ TỊCH',
    ],
  ])('a score sheet is signed by who scored last: %s', (_, { self, appraisal, council }: Scored, signed) => {
    const sheets = [{ member: 'M', recused: false, points: { a: 20, b: 20, c: 20, d: 20, đ: 20 } }];
    const scored = withNominations(data, (one) => ({
      ...one,
      scores: {
        ...(self && { self: one.scores.self }),
        ...(appraisal && { appraisal: one.scores.appraisal }),
        ...(council && one.code === 'TT-01' && { council: sheets }),
      },
    }));
    const sheet = text(scored, 'nominations/tap-the/TT-01.pdf');
    expect(sheet.slice(sheet.indexOf('NGƯỜI LẬP PHIẾU'))).toContain(signed);
    expect(/Thẩm định Hội đồng Lý do/.test(sheet)).toBe(council === true);
  });

  test('a campaign without awards asks for none', () => {
    const sheet = text(changed(data, { awards: [] }), 'nominations/tap-the/TT-01.pdf');
    expect(sheet).toContain('BÁO CÁO THÀNH TÍCH Phong trào thi đua “Đẩy mạnh');
    expect(sheet).toContain('PHIẾU CHẤM ĐIỂM Phong trào thi đua “Đẩy mạnh');
    expect(sheet).not.toMatch(/đề nghị tặng|kết quả xét khen thưởng/i);
  });

  test('the results of a vote are enclosed only where there was one', () => {
    const awards = data.campaign.awards.map((award) => ({ ...award, requires: {} }));
    const unvoted = withNominations(changed(data, { awards }), (one) => ({ ...one, ballots: {} }));
    expect(text(data, 'awards/BK/to-trinh.pdf')).toContain('Kết quả bỏ phiếu.');
    expect(text(unvoted, 'awards/BK/to-trinh.pdf')).toContain('Hồ sơ gửi kèm gồm: Danh sách');
    expect(text(unvoted, 'awards/BK/to-trinh.pdf')).not.toContain('Kết quả bỏ phiếu');
  });

  test('an enterprise and its people have no superior office over them', () => {
    expect(text(data, 'nominations/tap-the/TT-06.pdf')).toMatch(/^CÔNG TY CỔ PHẦN CÔNG NGHỆ PHỐ HIẾN/);
    expect(text(data, 'nominations/ca-nhan/CN-07.pdf')).toMatch(/^CÔNG TY CỔ PHẦN CÔNG NGHỆ PHỐ HIẾN/);
    expect(text(data, 'nominations/tap-the/TT-01.pdf')).toMatch(
      /^SỞ KHOA HỌC VÀ CÔNG NGHỆ PHÒNG QUẢN LÝ KHOA HỌC/,
    );
  });

  test('a nomination of which nothing is known prints blanks, never “undefined”', () => {
    const empty = withNominations(data, ({ code, subject }) => ({
      code,
      subject,
      name: '',
      unit: '',
      state: 'submitted',
      scores: {},
      evidence: [],
      matters: [],
      awards: [],
      ballots: {},
      report: {},
    }));
    for (const file of ['nominations/tap-the/TT-01.pdf', 'nominations/ca-nhan/CN-01.pdf']) {
      const dossier = text(empty, file);
      expect(dossier).not.toMatch(/undefined|null|NaN|object/);
      expect(dossier).toContain('Chưa có điểm chính thức: chưa chấm đủ các tiêu chí.');
    }
    const gone = withNominations(data, (one) => ({ ...one, state: 'withdrawn' }));
    expect(text(gone, 'nominations/tap-the/TT-01.pdf')).toContain(
      'Không có điểm chính thức: hồ sơ không còn được xét.',
    );
  });

  test.each([
    'rule-kinds',
    'not-applicable',
    'council-mean',
    'gates-caps-evidence',
    'bands',
    'quota-lines',
    'unit-cap',
  ])('every document of the worked case %s can be put together', async (name) => {
    const documents = roundDocuments(await loadCase(name)).map((pending) => plainText(toHtml(pending())));
    expect(documents.length).toBeGreaterThan(2);
    for (const words of documents) expect(words).not.toMatch(/undefined|NaN|\[object/);
  });
});

interface Scored {
  self?: boolean;
  appraisal?: boolean;
  council?: boolean;
}
