import { proposalsOf } from '../../src/features/dossiers/documents/minutes-proposals.view';
import type { RoundData } from '../../src/features/dossiers/documents/round-data';
import { sessionOfRound } from '../../src/features/dossiers/documents/session-of-round';
import type { SessionData } from '../../src/features/dossiers/documents/session-data';
import { hasMessage } from '../../src/platform/messages/message';
import { OUTCOME_KINDS } from '../support/outcome-kinds';
import { crowdOf } from './support/print';
import { loadCase, withNominations } from './support/round';
import { sampleSession } from './support/session';

const LAW = 'theo khoản 4 Điều 4 Nghị định số 152/2025/NĐ-CP';

describe('what the minutes say that the council proposes', () => {
  let data: RoundData;
  beforeAll(async () => {
    data = await loadCase('hung-yen');
  });
  const sessionOf = ({ campaign, round, evaluation }: RoundData): SessionData =>
    sessionOfRound(campaign, round, evaluation);

  test('names whom for which award, highest first', () => {
    expect(proposalsOf(data, sessionOf(data)).proposed).toEqual([
      {
        heading:
          'a) Hội đồng thống nhất đề nghị Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho 02 (hai) tập thể và 02 (hai) cá nhân, gồm:',
        items: [
          '- Phòng Quản lý Khoa học;',
          '- Phòng Quản lý Công nghệ và Chuyển đổi số;',
          '- Bà Nguyễn Thị Hoài An, Chuyên viên chính, Phòng Quản lý Khoa học;',
          '- Bà Lê Thu Đào, Kiểm soát viên, Chi cục Tiêu chuẩn Đo lường Chất lượng.',
        ],
      },
      {
        heading:
          'b) Hội đồng thống nhất đề nghị Giám đốc Sở Khoa học và Công nghệ tặng Giấy khen của Giám đốc Sở Khoa học và Công nghệ cho 02 (hai) tập thể và 03 (ba) cá nhân, gồm:',
        items: [
          '- Trung tâm Ứng dụng Tiến bộ KH&CN;',
          '- Văn phòng Sở;',
          '- Ông Trần Đức Bình, Giám đốc Trung tâm Ứng dụng Tiến bộ KH&CN;',
          '- Ông Phạm Văn Ân, Chuyên viên, Văn phòng Sở;',
          '- Bà Đỗ Minh Châu, Chuyên viên, Phòng Quản lý Công nghệ và Chuyển đổi số.',
        ],
      },
    ]);
  });

  test('says who is left, and why: a case that waits and one with an upheld matter by their article, never by their papers', () => {
    const [, lower] = proposalsOf(data, sessionOf(data)).left;
    expect(lower).toEqual({
      heading: 'b) Giấy khen của Giám đốc Sở Khoa học và Công nghệ:',
      items: [
        `- Công ty cổ phần Công nghệ Phố Hiến: tạm dừng xét, chờ kết luận của cơ quan có thẩm quyền, ${LAW};`,
        '- Chi cục Tiêu chuẩn Đo lường Chất lượng; Ông Vũ Quốc Đạt (Thanh tra Sở): đủ điều kiện nhưng hết chỉ tiêu theo thứ tự xếp hạng;',
        '- Thanh tra Sở; Ông Ngô Gia Ý (Văn phòng Sở); Bà Hoàng Thị Ước (Công ty cổ phần Công nghệ Phố Hiến): chưa đạt điểm sàn;',
        `- Ông Bùi Xuân Ẩn (Phòng Quản lý Khoa học): không đủ điều kiện, có kết luận vi phạm còn trong thời hạn, ${LAW}.`,
      ],
    });
    const papers = data.round.nominations.flatMap(({ matters }) =>
      matters.flatMap(({ document }) => document ?? []),
    );
    expect(papers).not.toEqual([]);
    for (const paper of papers)
      expect(JSON.stringify(proposalsOf(data, sessionOf(data)))).not.toContain(paper);
  });

  test('of a session, only those whom it has voted on', () => {
    const { proposed, left } = proposalsOf(data, sampleSession());
    expect(proposed.flatMap(({ items }) => items)).toEqual([
      '- Phòng Quản lý Khoa học;',
      '- Bà Lê Thu Đào, Kiểm soát viên, Chi cục Tiêu chuẩn Đo lường Chất lượng.',
      '- Ông Trần Đức Bình, Giám đốc Trung tâm Ứng dụng Tiến bộ KH&CN.',
    ]);
    expect(left.flatMap(({ items }) => items)).toEqual([
      '- Ông Trần Đức Bình (Trung tâm Ứng dụng Tiến bộ KH&CN): đủ điều kiện nhưng hết chỉ tiêu theo thứ tự xếp hạng.',
    ]);
  });

  test('nothing before the session is closed', () => {
    const open = { ...sampleSession(), state: 'open' as const };
    expect(proposalsOf(data, open)).toEqual({ proposed: [], left: [] });
  });

  test('nobody for an award of which no case is good enough', () => {
    const poor = withNominations(data, (one) => ({
      ...one,
      scores: {
        appraisal: Object.fromEntries(
          Object.keys(one.scores.appraisal ?? {}).map((code) => [code, code === 'đ-kntc' ? true : 0]),
        ),
      },
    }));
    const { proposed, left } = proposalsOf(poor, sessionOf(poor));
    expect(proposed.map(({ heading }) => heading)).toEqual([
      'a) Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh: Hội đồng thống nhất chưa đề nghị trường hợp nào.',
      'b) Giấy khen của Giám đốc Sở Khoa học và Công nghệ: Hội đồng thống nhất chưa đề nghị trường hợp nào.',
    ]);
    expect(left[0]?.items.join(' ')).toContain('chưa đạt điểm sàn');
  });

  test.each([1, 30])('%i of each kind: all of them, in one paragraph where they are many', (size) => {
    const many = crowdOf(data, size);
    const [, lower] = proposalsOf(many, sessionOf(many)).proposed;
    const items = lower?.items ?? [];
    expect(items).toHaveLength(size === 1 ? 2 : 1);
    expect(items.join(' ').match(/(Tập thể|Người) thứ \d+/g)).toHaveLength(2 * size);
  });

  test('every reason for which somebody can be left is worded', () => {
    const left = OUTCOME_KINDS.filter((kind) => kind !== 'awarded');
    expect(left.filter((kind) => !hasMessage(`dossier.left.${kind}`))).toEqual([]);
  });
});
