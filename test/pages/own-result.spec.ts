import { API, PHASE } from '../support/opened-phase';
import { TestDatabase } from '../support/each-database';
import { textOf } from '../support/text-of';
import { type Leaders, PAPER, awardAll, startLeaders } from '../awards/support';

interface Ranked {
  code: string;
  name: string;
  unit: string;
  total: string | null;
  outcomes: Record<string, { text: string }>;
}

describe('the result on the page of a nomination', () => {
  const db = new TestDatabase('sqlite');
  let leaders: Leaders;
  let ranked: Ranked[];
  let decisions: Map<string, string>;

  beforeAll(async () => {
    await db.open();
    leaders = await startLeaders(db);
    decisions = (await awardAll(leaders)).decisions;
    const { body } = await leaders.office.get(`${PHASE}/ranking?size=200`).expect(200);
    ranked = (body as { items: Ranked[] }).items;
  });
  afterAll(() => db.close());

  /** What a clerk of the nomination's unit reads. */
  async function pageOf(code: string): Promise<string> {
    const { unit } = ranked.find((each) => each.code === code) as Ranked;
    const username = `can-bo-${ranked.findIndex((each) => each.unit === unit)}`;
    const agent = await leaders.api.browser({ username, groups: ['unit'], unit });
    return (await agent.get(`/de-nghi/${leaders.ids.get(code)}`).expect(200)).text;
  }

  /** The part about the result as plain text; '' where there is none. */
  async function resultOf(code: string): Promise<string> {
    const [section = ''] =
      /<section class="card" id="ket-qua">[\s\S]*?<\/section>/.exec(await pageOf(code)) ?? [];
    return section
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  }

  it('is not there before the publication', async () => {
    expect(await resultOf('TT-01')).toBe('');
    expect(textOf(await pageOf('TT-04'))).not.toContain('điểm thẩm định của Văn phòng');
    await leaders.first.post(`${PHASE}/conclusion`).expect(201);
    expect(await resultOf('TT-01')).toBe('');
    expect(await resultOf('TT-04')).toBe('');
    await leaders.office.post(`${PHASE}/publication`).expect(201);
    expect(await resultOf('TT-01')).not.toBe('');
  });

  it('says what was given, and why each other award was not', async () => {
    expect(await resultOf('TT-03')).toBe(
      'Kết quả xét khen thưởng Được tặng Giấy khen của Giám đốc Sở Khoa học và Công nghệ. ' +
        'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Không được tặng ' +
        'Đủ điều kiện nhưng đã hết chỉ tiêu (2/2); hồ sơ xếp thứ 4, đạt 90,50 điểm, kém 1,00 điểm so với mức điểm cuối cùng ' +
        'trong chỉ tiêu, theo mục III.4.a của văn bản phát động. ' +
        'Giấy khen của Giám đốc Sở Khoa học và Công nghệ Được tặng Đã có quyết định tặng, chưa ghi số văn bản.',
    );
    expect(await resultOf('TT-04')).toBe(
      'Kết quả xét khen thưởng Không có hình thức khen thưởng nào được tặng trong giai đoạn này. ' +
        'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Không được tặng ' +
        'Chưa đạt điểm sàn 90,00 điểm (được 87,00 điểm, còn thiếu 3,00 điểm). ' +
        'Giấy khen của Giám đốc Sở Khoa học và Công nghệ Không được tặng ' +
        'Đủ điều kiện nhưng đã hết chỉ tiêu (2/2); hồ sơ xếp thứ 6, đạt 87,00 điểm, xếp sau khi xét tiêu chí phụ ' +
        '(ưu tiên cá nhân nữ, tập thể có từ 70% nữ trở lên), theo khoản 6 Điều 4 Nghị định số 152/2025/NĐ-CP.',
    );
  });

  it('shows the appraisal beside the own points once it is published', async () => {
    expect(textOf(await pageOf('TT-04'))).toContain(
      'Điểm tự chấm của đơn vị và điểm thẩm định của Văn phòng',
    );
    expect(textOf(await pageOf('TT-04'))).toMatch(/Tổng điểm 100,00 [\d,]+ 87,00/);
  });

  it('says nothing of any other nominee', async () => {
    const told: string[] = [];
    for (const { code, name, unit, total } of ranked) {
      const text = await resultOf(code);
      for (const other of ranked.filter((each) => each.code !== code)) {
        if (text.includes(other.code)) told.push(`${code} names ${other.code}`);
        if (other.name !== name && other.name !== unit && text.includes(other.name))
          told.push(`${code} names ${other.name}`);
        // 80 and 90 are the floors of the plan.
        const points = /^[89]0\.00$/.test(other.total ?? '') ? '' : (other.total?.replace('.', ',') ?? '');
        if (points !== '' && other.total !== total && text.includes(points))
          told.push(`${code} tells the total ${points} of ${other.code}`);
      }
    }
    expect(ranked.length).toBeGreaterThan(10);
    expect(told).toEqual([]);
  });

  it('would have told the totals of others in the words of the ranking', () => {
    const texts = ranked.flatMap(({ outcomes }) => Object.values(outcomes).map(({ text }) => text));
    const totals = ranked.flatMap(({ total }) => (total === null ? [] : [total.replace('.', ',')]));
    const telling = texts.filter((text) => totals.filter((total) => text.includes(total)).length > 1);
    expect(telling.length).toBeGreaterThan(0);
  });

  it('tells a revocation with its reason', async () => {
    const id = decisions.get('TT-01') ?? '';
    await leaders.first.post(`${PHASE}/decisions/${id}/revocation`).send(PAPER).expect(201);
    const text = await resultOf('TT-01');
    expect(text).toContain(
      `Đã thu hồi (văn bản số ${PAPER.document} ngày 12/05/2026). Lý do: ${PAPER.reason}`,
    );
    expect((await leaders.office.get(`${API}/nominations/${leaders.ids.get('TT-01')}`)).body.state).toBe(
      'revoked',
    );
  });
});
