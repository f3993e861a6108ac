import type TestAgent from 'supertest/lib/agent';
import { CAMPAIGN, caseText } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, importWorkedCase, propose } from '../support/opened-phase';
import { type TestApp, sendForm, startApp } from '../support/start-app';
import { textOf } from '../support/text-of';

const UNIT = 'Phòng Quản lý Công nghệ';
const PAGE = `/phong-trao/${CAMPAIGN}/GD1`;
const RESULTS = `${PAGE}/ket-qua`;

describeOnEachDatabase('the page of a campaign', (db) => {
  let api: TestApp;
  let unit: TestAgent;
  let unitApi: TestAgent;
  let office: TestAgent;
  beforeAll(async () => {
    api = await startApp(db);
    await importWorkedCase(api.agent);
    const who = { username: 'don-vi', groups: ['unit' as const], unit: UNIT };
    [unit, unitApi] = [await api.browser(who), await api.person(who)];
    office = await api.browser({ username: 'van-phong', groups: ['office'] });
  });

  const read = async (agent: TestAgent, url: string) => textOf((await agent.get(url).expect(200)).text);

  it('lists campaigns with their phases and how far each is', async () => {
    const text = await read(unit, '/phong-trao');
    expect(text).toContain('Đẩy mạnh phát triển hạ tầng đồng bộ');
    expect(text).toMatch(/Giai đoạn 2022-2025 Đang nhận và xét từ 01\/01\/2022 đến 31\/12\/2025/);
    expect(text).toMatch(/Giai đoạn 2026-2030 Chưa mở/);
  });

  it('tells a unit everything that it is judged by, and offers it nothing of the office', async () => {
    const text = await read(unit, PAGE);
    for (const told of [
      '38/KH-UBND ngày 01/03/2023 của UBND tỉnh Hưng Yên',
      'Ngày quyết định 20/12/2025',
      'Chưa đặt thời hạn nào.',
      '5 tiêu chí, cộng tối đa 100 điểm',
      'Tiêu chí a: Thực hiện tốt công tác tham mưu',
      'Nguồn: mục III.3.1.a',
      'Không đạt thì các tiêu chí sau bị tính 0 điểm: đ.',
      'Tập thể từ 1 đến 2 tập thể',
      'Đạt từ 90 điểm trở lên',
      'Số phiếu đồng ý trên 1/2 (tính trên tổng số thành viên)',
      'Điểm chính thức là điểm thẩm định của văn phòng.',
      'Ưu tiên cá nhân nữ, tập thể có từ 70% nữ trở lên',
      'Điểm sàn: Bằng khen 90, Giấy khen 80 (kế hoạch không nêu).',
    ])
      expect(text).toContain(told);
    expect(text).not.toContain('Sửa thiết lập');
    expect(await read(office, PAGE)).toContain('Sửa thiết lập');
  });

  it('shows a phase that is not open by the newest plan, without quotas in use', async () => {
    const text = await read(unit, PAGE.replace('GD1', 'GD2'));
    expect(text).toContain('Chưa mở');
    expect(text).toContain('từ 1 đến 2 tập thể');
  });

  it('says on which version an open phase stays after the plan has changed', async () => {
    const definition = caseText('hung-yen', 'campaign.yaml').replace('floor: 90', 'floor: 92');
    await api.agent
      .post(`${API}/campaigns/${CAMPAIGN}/versions`)
      .send({ definition, reason: 'Điều chỉnh điểm sàn' })
      .expect(201);
    expect(await read(unit, PAGE)).toContain('Vẫn theo phiên bản 1 của kế hoạch');
    expect(await read(unit, PAGE)).toContain('Đạt từ 90 điểm trở lên');
    expect(await read(unit, PAGE.replace('GD1', 'GD2'))).toContain('Đạt từ 92 điểm trở lên');
    expect(await read(office, `/van-phong/ke-hoach/${CAMPAIGN}`)).toMatch(
      /Phiên bản 1 02\/03\/2026 Bản đầu tiên Giai đoạn 2022-2025/,
    );
  });

  it('does not change, and neither do results and quotas, while decisions are not published', async () => {
    const seen = async () => [
      neutral((await unit.get(PAGE).expect(200)).text),
      neutral((await unit.get(RESULTS).expect(200)).text),
      JSON.stringify((await unitApi.get(PHASE).expect(200)).body),
    ];
    const before = await seen();
    const taken = async () =>
      (await api.agent.get(PHASE)).body.quotas.map((quota: { taken: number }) => quota.taken);
    const places: number[] = await taken();
    await decide('TT-01');
    expect(await taken()).not.toEqual(places);
    expect(await seen()).toEqual(before);
    expect(before[2]).not.toContain('taken');
  });

  it('lists those who were awarded once that is published, and of later decisions nothing until they are too', async () => {
    expect(await read(unit, RESULTS)).toContain('Chưa công bố kết quả');
    await api.agent.post(`${PHASE}/conclusion`).expect(201);
    expect(await read(unit, RESULTS)).toContain('Chưa công bố kết quả');
    await api.agent.post(`${PHASE}/publication`).expect(201);
    const [row] = await db.unitOfWork.reader.query(`SELECT "name" FROM "nomination" WHERE "code" = 'TT-01'`);
    const text = await read(unit, RESULTS);
    expect(text).toContain('Công bố ngày 02/03/2026.');
    expect(text).toContain(`Tất cả 1`);
    expect(text).toContain(row.name);
    expect(await read(unit, `${RESULTS}?hinhThuc=GK&bo=ca-nhan`)).toContain('Không có ai được khen thưởng.');
    await unit.get(`${RESULTS}?hinhThuc[a]=1&trang=-3`).expect(200);
    expect(await read(unit, PAGE)).toContain('Xem kết quả');
  });

  it('takes the same number of queries with the deadlines and without', async () => {
    const bare = await queries(() => unit.get(PAGE));
    const address = `/van-phong/thoi-han/${CAMPAIGN}/GD1/submission`;
    const fields = { version: 0, way: 'day', day: '20/11/2025', basis: 'stated', source: 'Mục IV' };
    expect((await sendForm(office, address, address, fields)).status).toBe(303);
    expect(await queries(() => unit.get(PAGE))).toBe(bare);
    expect(await read(unit, PAGE)).toMatch(/Đơn vị gửi đề nghị : 20\/11\/2025 \(đã quá 102 ngày\)/);
  });

  async function decide(nomination: string): Promise<void> {
    const proposal = await propose(api.agent);
    const leaders = ['lanh-dao-1', 'lanh-dao-2'].map((username) =>
      api.person({ username, groups: ['leadership'] }),
    );
    const [first, second] = await Promise.all(leaders);
    const { body } = await first!
      .post(`${PHASE}/decisions`)
      .send({ proposal, nomination, award: 'BK', reason: 'Hội đồng thống nhất' })
      .expect(201);
    await second!.post(`${PHASE}/decisions/${body.id}/confirmation`).expect(201);
  }

  async function queries(work: () => Promise<unknown>): Promise<number> {
    const { dataSource } = api.unitOfWork.reader;
    const { logger } = dataSource;
    let count = 0;
    dataSource.logger = Object.assign(Object.create(logger), { logQuery: () => (count += 1) });
    await work();
    dataSource.logger = logger;
    return count;
  }
});

/** Form tokens are made at random. */
function neutral(text: string): string {
  return text.replace(/name="_csrf" value="[^"]+"/g, 'CSRF');
}
