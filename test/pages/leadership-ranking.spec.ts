import type TestAgent from 'supertest/lib/agent';
import { Database } from '../../src/platform/database/database';
import { CAMPAIGN, nominationsOf } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, fileCampaign, propose } from '../support/opened-phase';
import { type TestApp, sendForm, startApp } from '../support/start-app';
import { tiedWorld } from '../support/tied-world';

const BASE = `/lanh-dao/${CAMPAIGN}/GD1`;

/** What a page says, without its marks. */
function words(html: string): string {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return main
    .replace(/<svg.*?<\/svg>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

describeOnEachDatabase('the ranking pages', (db) => {
  let api: TestApp;
  let leader: TestAgent;
  beforeAll(async () => {
    ({ api, leader } = await tiedWorld(db));
  });

  const page = async (path: string) => words((await leader.get(path).expect(200)).text);

  it('draw the line where the places of an award end, and where its floor lies', async () => {
    const { text } = await leader.get(`${BASE}?nhom=tap-the`).expect(200);
    const cuts = [...text.matchAll(/<tr class="cut"><td colspan="4">([^<]+)</g)].map(([, cut]) => cut);
    expect(cuts).toEqual([
      'Hết chỉ tiêu Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh: 2/2 suất',
      'Dưới điểm sàn Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh: 90,00 điểm',
      'Hết chỉ tiêu Giấy khen của Giám đốc Sở Khoa học và Công nghệ: 2/2 suất',
      'Dưới điểm sàn Giấy khen của Giám đốc Sở Khoa học và Công nghệ: 80,00 điểm',
    ]);
    const [before] = text.split('<tr class="cut">');
    expect([...(before ?? '').matchAll(/ho-so\/(TT-\d+)"/g)].map(([, code]) => code)).toEqual([
      'TT-06',
      'TT-01',
      'TT-02',
    ]);
  });

  it('name who is tied at a cut and what to do about it', async () => {
    const text = await page(`${BASE}?nhom=ca-nhan`);
    expect(text).toContain('2 hồ sơ đồng hạng chờ xử lý');
    expect(text).toContain('Trần Đức Bình (CN-02 · Trung tâm Ứng dụng Tiến bộ KH&amp;CN)');
    expect(text).toContain('Hội đồng bỏ phiếu lại giữa các hồ sơ này');
  });

  it('explain each outcome, and show one nominee beside the middle of the pool', async () => {
    expect(await page(`${BASE}?nhom=tap-the`)).toContain(
      'kém 1,00 điểm so với hồ sơ cuối cùng trong chỉ tiêu (91,50 điểm)',
    );
    const one = await page(`${BASE}/ho-so/TT-03`);
    expect(one).toContain('Hạng 4/7');
    expect(one).toContain('Điểm từng tiêu chí so với trung vị');
    await leader.get(`${BASE}/ho-so/TT-99`).expect(404);
  });

  it('ask the database as often for one row as for many', async () => {
    const counted = async (path: string) => {
      const { dataSource } = api.app.get(Database).reader;
      const { logger } = dataSource;
      let queries = 0;
      dataSource.logger = Object.assign(Object.create(logger), { logQuery: () => (queries += 1) });
      await leader.get(path).expect(200);
      dataSource.logger = logger;
      return queries;
    };
    const one = await counted(`${BASE}?nhom=tap-the`);
    const [model] = nominationsOf('hung-yen').nominations;
    for (const code of ['TT-21', 'TT-22', 'TT-23'])
      await api.agent
        .post(`${PHASE}/nominations`)
        .send({ ...model, code })
        .expect(201);
    await leader.get(`${BASE}?nhom=tap-the`).expect(200);
    const many = await counted(`${BASE}?nhom=tap-the`);
    expect(one).toBeGreaterThan(3);
    expect(many).toBe(one);
  });

  it('make a proposal, give its result as a file and check it again', async () => {
    const made = await sendForm(leader, `${BASE}/phuong-an`, `${BASE}/phuong-an`, {});
    expect([made.status, made.headers['location']]).toEqual([303, `${BASE}/phuong-an`]);
    const list = (await leader.get(`${BASE}/phuong-an`).expect(200)).text;
    const [file = '', replay = ''] = [
      /href="([^"]+result\.json)"/.exec(list)?.[1],
      /href="([^"]+doi-chieu)"/.exec(list)?.[1],
    ];
    const { headers, body } = await leader.get(file).expect(200);
    expect(headers['content-disposition']).toBe('attachment; filename=phuong-an-1-result.json');
    expect(body.schema).toBe('thidua/result@1');
    expect(await page(replay)).toContain('Tính lại cho đúng kết quả đã lưu');
    const elsewhere = file.replace('/GD1/', '/GD2/');
    expect((await leader.get(elsewhere)).status).toBeGreaterThanOrEqual(404);
  });
});

describeOnEachDatabase('a what-if', (db) => {
  let api: TestApp;
  let leader: TestAgent;
  beforeAll(async () => {
    ({ api, leader } = await tiedWorld(db));
    await propose(api.agent);
  });

  /** Every row of every table but the sessions, which know when they were used last. */
  const everything = async (): Promise<string> => {
    const { dataSource } = db.unitOfWork.reader;
    const tables = dataSource.entityMetadatas
      .map(({ tableName }) => tableName)
      .filter((name) => name !== 'login_session');
    const rows = await Promise.all(
      tables.map((table) => db.unitOfWork.reader.query(`SELECT * FROM "${table}" ORDER BY 1`)),
    );
    return JSON.stringify(rows);
  };
  const tried = async (query: string) =>
    words((await leader.get(`${BASE}/gia-dinh?${query}`).expect(200)).text);

  it('says exactly who moves, and touches nothing', async () => {
    const before = await everything();
    const text = await tried('suat-1-1=1&suat-2-1=3');
    expect(text).toContain('1 người, tập thể thay đổi kết quả');
    expect(text).toContain(
      'TT-02 Từ Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh xuống Giấy khen của Giám đốc Sở Khoa học và Công nghệ',
    );
    expect(await tried('san-2=87,5')).toContain('TT-05 Không còn được xếp Giấy khen');
    expect(await tried('dong-1-2=CN-02')).toContain(
      'CN-02 · Trung tâm Ứng dụng Tiến bộ KH&amp;CN Được xếp Bằng khen',
    );
    expect(await tried('dong-1-2-trong=1')).toContain('thay đổi kết quả');
    expect(await tried('suat-1-1=2')).toContain('Không ai thay đổi kết quả');
    expect(await everything()).toBe(before);
  });

  it('marks the field of what it cannot try', async () => {
    const letters = await leader.get(`${BASE}/gia-dinh?suat-1-1=x`);
    expect(letters.status).toBe(422);
    expect(letters.text).toContain('href="#suat-1-1"');
    const high = await leader.get(`${BASE}/gia-dinh?san-2=500`);
    expect(high.status).toBe(422);
    expect(high.text).toContain('href="#san-2"');
    const few = await leader.get(`${BASE}/gia-dinh?suat-2-2=1`);
    expect(few.status).toBe(422);
    expect(few.text).toContain('href="#suat-2-2"');
  });
});

describeOnEachDatabase('an evaluation that is kept', (db) => {
  it('is made anew after every change', async () => {
    const api = await startApp(db);
    await fileCampaign(api.agent);
    await api.agent.post(`${PHASE}/imports`).send(nominationsOf('hung-yen')).expect(201);
    const ranking = async () => {
      const { body } = await api.agent.get(`${PHASE}/ranking?size=200`).expect(200);
      return (body as { items: { code: string; total: string | null; award: string | null }[] }).items.map(
        ({ code, total, award }) => `${code} ${total} ${award}`,
      );
    };
    const first = await ranking();
    expect(await ranking()).toEqual(first);
    const { body: list } = await api.agent.get(`${PHASE}/nominations?size=200`).expect(200);
    const id = (list as { items: { id: string; code: string }[] }).items.find(
      ({ code }) => code === 'TT-07',
    )?.id;
    await api.agent
      .post(`${API}/nominations/${id}/withdrawal`)
      .send({ reason: 'Đơn vị xin rút' })
      .expect(201);
    const second = await ranking();
    expect(second).not.toEqual(first);
    const amendment = { award: 'BK', criteriaSet: 'tap-the', from: 2, max: 3, reason: 'Bổ sung chỉ tiêu' };
    await api.agent.post(`${PHASE}/amendments`).send(amendment).expect(201);
    expect(await ranking()).not.toEqual(second);
  });
});
