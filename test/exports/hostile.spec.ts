import Handlebars from 'handlebars';
import { acting, locked } from '../security/support/hostile-pdfs';
import { drafted, sendFiles } from '../evidence/support/form';
import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE } from '../support/opened-phase';
import { exportingWorkedCase } from './support';

const UNIT = 'Phòng Quản lý Công nghệ';
const ADDRESS = 'http://127.0.0.1:9';
const TITLE = '<img src=x onerror=alert(1)>“bẫy”';

describeOnEachDatabase('hostile evidence that a unit sends', (db) => {
  it('is told on the page of the export and to programs, as the words that they are', async () => {
    const made = await exportingWorkedCase(db);
    const who = { username: 'don-vi', name: 'Lê Thị Lan', groups: ['unit' as const], unit: UNIT };
    const [unit, page] = [await made.app.person(who), await made.app.browser(who)];
    const nomination = await drafted(unit, 'DV-1');
    const send = async (name: string, content: Buffer) => {
      const sent = await sendFiles(page, nomination, [{ name, content }], { criterion: 'a', title: TITLE });
      expect(sent.status).toBe(303);
    };
    await send('../../<script>mat-khau.pdf', await locked({ userPassword: 'a', ownerPassword: 'b' }));
    await send('CON.pdf', acting(ADDRESS, '/etc/passwd'));
    await unit.post(`${API}/nominations/${nomination}/submission`).expect(201);

    const { agent } = made.app;
    const order = { kind: 'nomination', nomination: 'PQLCN.DV-1' };
    const asked = await agent.post(`${PHASE}/exports`).send(order).expect(202);
    await made.worker.run(asked.body.id);
    const { body } = await agent.get(asked.headers.location ?? '');
    expect(body).toMatchObject({ state: 'done', error: null });
    const told = body.findings.map(({ detail }: { detail: string }) => detail);
    expect(told).toEqual([
      expect.stringMatching(/tệp scriptmat-khau\.pdf\) không ghép được vào hồ sơ: Tệp có đặt mật khẩu/),
      expect.stringMatching(/tệp tep-CON\.pdf\) có thành phần hoạt động \(.*mã lệnh JavaScript/),
    ]);
    const office = await made.app.browser({ username: 'van-phong', groups: ['office'] });
    const { text } = await office.get(`/xuat-ho-so/${body.id}`);
    expect(text).not.toContain('<img src=x');
    for (const each of told) expect(text).toContain(Handlebars.escapeExpression(each));
  });
});
