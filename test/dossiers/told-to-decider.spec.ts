import { type RoundData, roundDocuments } from '../../src/features/dossiers/documents/round-documents';
import { documentText as text } from './support/document-text';
import { loadCase, withNominations } from './support/round';

describe('what whoever signs is told, and what not', () => {
  let data: RoundData;
  beforeAll(async () => {
    data = await loadCase('hung-yen');
  });

  test('what the office has assumed stands on its own sheet, not on what the head signs', () => {
    const assumed = 'Thang điểm 100; điểm tối đa của từng tiêu chí do Văn phòng Sở đề xuất';
    const files = roundDocuments(data).map((pending) => pending().file);
    const telling = files.filter((file) => text(data, file).includes(assumed));
    expect(telling).toEqual(files.filter((file) => file.startsWith('nominations/')));
    expect(files.filter((file) => text(data, file).includes('(giả định)'))).toEqual([]);
  });

  test('who is ranked above and passed over is told to the decider with the reason and its article', () => {
    expect(text(data, 'awards/BK/to-trinh.pdf')).toContain(
      'Các trường hợp đã xếp hạng, không có trong đề nghị này: - Công ty cổ phần Công nghệ Phố Hiến (xếp thứ 1, 95,00 điểm): ' +
        'tạm dừng xét, chờ kết luận của cơ quan có thẩm quyền, theo khoản 4 Điều 4 Nghị định số 152/2025/NĐ-CP. Mức tiền thưởng',
    );
    const lower = text(data, 'awards/GK/to-trinh.pdf');
    expect(lower).toContain(
      '- Phòng Quản lý Khoa học (xếp thứ 2, 93,50 điểm); Phòng Quản lý Công nghệ và Chuyển đổi số (xếp thứ 3, 91,50 điểm); ' +
        'Bà Nguyễn Thị Hoài An (xếp thứ 1, 95,00 điểm); Bà Lê Thu Đào (xếp thứ 2, 93,00 điểm): đã được đề nghị hình thức khen thưởng cao hơn, theo điểm c khoản 2 Điều 5 Luật Thi đua, khen thưởng năm 2022;',
    );
    expect(lower).toContain(
      '- Ông Bùi Xuân Ẩn (xếp thứ 4, 92,50 điểm): không đủ điều kiện, có kết luận vi phạm còn trong thời hạn, theo khoản 4 Điều 4 Nghị định số 152/2025/NĐ-CP.',
    );
  });

  test('nobody is called passed over where all who are ranked above receive the award', () => {
    const clear = withNominations(data, (one) => ({ ...one, matters: [] }));
    expect(text(clear, 'awards/BK/to-trinh.pdf')).not.toContain('không có trong đề nghị này');
  });

  test('while places are left, a case that waits is told wherever it is ranked', () => {
    const matter = { kind: 'complaint', status: 'pending' } as const;
    const waiting = withNominations(data, (one) => ({
      ...one,
      state: ['TT-01', 'TT-06'].includes(one.code) || one.subject === 'individual' ? one.state : 'withdrawn',
      matters: one.code === 'TT-06' ? [matter] : [],
    }));
    expect(text(waiting, 'awards/GK/to-trinh.pdf')).toMatch(
      /- Công ty cổ phần Công nghệ Phố Hiến \(xếp thứ 1, [\d,]+ điểm\): tạm dừng xét/,
    );
  });
});
