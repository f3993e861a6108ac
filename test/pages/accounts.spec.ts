import type TestAgent from 'supertest/lib/agent';
import { SYSTEM } from '../../src/domain/access';
import { PersonRow } from '../../src/features/accounts/person.entity';
import { PersonService } from '../../src/features/accounts/person.service';
import { Database } from '../../src/platform/database/database';
import { describeOnEachDatabase } from '../support/each-database';
import { PASSWORD, type TestApp, sendForm, startApp } from '../support/start-app';

const LIST = '/quan-tri/tai-khoan';
const NEW = `${LIST}/moi`;
const ONE_TIME = /\b[a-z2-9]{4}(?:-[a-z2-9]{4}){3}\b/g;

describeOnEachDatabase('the accounts', (db) => {
  let api: TestApp;
  let admin: TestAgent;
  beforeAll(async () => {
    api = await startApp(db);
    admin = await api.browser({ username: 'quan-tri', name: 'Đỗ Văn Quản', groups: ['administrator'] });
  });

  const add = (fields: object) => sendForm(admin, NEW, LIST, { groups: 'office', ...fields });
  const rowOf = async (username: string) =>
    (await db.unitOfWork.reader.sql`SELECT * FROM "person" WHERE "username" = ${username}`)[0];
  const pageOf = async (username: string) => `${LIST}/${(await rowOf(username)).id}`;
  const fresh = async () => (await import('supertest')).default.agent(api.app.getHttpServer());
  const logIn = async (username: string, password: string) =>
    (await sendForm(await fresh(), '/dang-nhap', '/dang-nhap', { username, password })).status;
  const refusals = (html: string) => /class="error-summary"[^]*?<\/ul>/.exec(html)?.[0] ?? '';

  describe('made by the administrator', () => {
    it('show their one-time password on the answer alone, and open', async () => {
      const answer = await add({
        username: 'lan.nt',
        name: 'Nguyễn Thị Lan',
        groups: ['unit', 'council'],
        newUnit: 'Phòng  Công nghệ ',
        head: '1',
      });
      expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
      const [password = '', ...more] = answer.text.match(ONE_TIME) ?? [];
      expect(more).toEqual([]);
      const row = await rowOf('lan.nt');
      expect(JSON.parse(row.groups)).toEqual(['unit', 'council']);
      expect(Boolean(row.headsUnit)).toBe(true);
      const units = await db.unitOfWork.reader.query('SELECT "id", "name" FROM "unit"');
      expect(units).toEqual([{ id: row.unitId, name: 'Phòng Công nghệ' }]);
      for (const path of [LIST, await pageOf('lan.nt')])
        expect((await admin.get(path)).text).not.toContain(password);
      expect(JSON.stringify(await db.unitOfWork.reader.query('SELECT * FROM "audit_event"'))).not.toContain(
        password,
      );
      expect(await logIn('lan.nt', password)).toBe(303);
    });

    it('come back with what was typed and everything that is wrong, beside its field', async () => {
      const typed = { username: 'Bà Lan', name: 'Trần <b>Thị', groups: 'unit', email: 'lan' };
      const { status, text } = await add(typed);
      expect(status).toBe(422);
      expect(refusals(text).match(/href="#\w+"/g)).toEqual([
        'href="#username"',
        'href="#email"',
        'href="#unit"',
      ]);
      expect(text).toContain('value="Bà Lan"');
      expect(text).toContain('value="Trần &lt;b&gt;Thị"');
      expect(text).toMatch(/value="unit" checked/);
      expect(text.match(/aria-invalid="true"/g)).toHaveLength(3);
      expect((await add({ username: 'quan-tri', name: 'Ai đó' })).text).toContain('đã có người dùng');
    });

    it('leave no unit behind when they are refused', async () => {
      const count = () => db.unitOfWork.reader.query('SELECT count(*) AS n FROM "unit"');
      const before = await count();
      expect((await add({ username: 'x', name: 'Tên', newUnit: 'Đơn vị hụt' })).status).toBe(422);
      expect(await count()).toEqual(before);
    });
  });

  describe('as a list', () => {
    it('are found without diacritics, by group and by state', async () => {
      const { person } = await api.app
        .get(PersonService)
        .add(SYSTEM, { username: 'duc.d', name: 'Đặng Đức', groups: ['leadership'] });
      await api.app.get(PersonService).disable(SYSTEM, person.id);
      const found = async (query: string) => {
        const { text } = await admin.get(`${LIST}?${query}`);
        return [...text.matchAll(/class="sub">([\w.-]+)<\/span>\s*<\/th>/g)].map(([, username]) => username);
      };
      expect(await found('q=dang+duc')).toEqual(['duc.d']);
      expect(await found('nhom=leadership&tinh-trang=closed')).toEqual(['duc.d']);
      expect(await found('nhom=leadership&tinh-trang=open')).not.toContain('duc.d');
      expect(await found('nhom=sai&tinh-trang=sai')).toContain('duc.d');
      const { text } = await admin.get(`${LIST}?q=khong-co-ai`);
      expect(text).toContain('Không có tài khoản nào khớp');
    });

    const queriesOf = async (path: string) => {
      const { dataSource } = api.app.get(Database).reader;
      const { logger } = dataSource;
      let queries = 0;
      dataSource.logger = Object.assign(Object.create(logger), { logQuery: () => (queries += 1) });
      await admin.get(path).expect(200);
      dataSource.logger = logger;
      return queries;
    };

    it('are shown fifty a page, by the same number of queries for one and for many', async () => {
      const forOne = await queriesOf(`${LIST}?q=duc.d`);
      const model = await db.unitOfWork.reader.findOneByOrFail(PersonRow, { username: 'duc.d' });
      const many = Array.from({ length: 51 }, (_, n) => `nhieu-${n}`);
      const rows = many.map((username) => ({ ...model, id: username, username, searchKey: 'nhieu nguoi' }));
      await db.unitOfWork.run(SYSTEM, ({ manager }) => manager.insert(PersonRow, rows));
      const page = async (query: string) => (await admin.get(`${LIST}?${query}`)).text;
      const [first, second] = [await page('q=nhieu'), await page('q=nhieu&trang=2')];
      expect(first.match(/<tr>/g)).toHaveLength(51);
      expect(second.match(/<tr>/g)).toHaveLength(2);
      expect(first).toContain('1–50 trong 51');
      expect(first).toMatch(/href="[^"]*\?q&#x3D;nhieu&amp;trang&#x3D;2"/);
      expect(Buffer.byteLength(first)).toBeLessThan(100_000);
      expect(await queriesOf(`${LIST}?q=nhieu`)).toBe(forOne);
    });
  });

  describe('of one person', () => {
    const edit = async (username: string, fields: object) => {
      const page = await pageOf(username);
      return sendForm(admin, page, page, fields);
    };

    it('take new rights, and an edit of an old version takes nothing', async () => {
      await add({ username: 'binh.lt', name: 'Lê Thị Bình' });
      const person = await api.person({ username: 'binh.lt', groups: ['office'] });
      expect((await person.get('/api/v1/units')).status).toBe(200);
      const saved = await edit('binh.lt', { version: 1, name: 'Lê Thị Bình', groups: ['council'] });
      expect([saved.status, saved.headers['location']]).toEqual([303, LIST]);
      expect((await person.post('/api/v1/units').send({ name: 'Phòng mới' })).status).toBe(403);
      const stale = await edit('binh.lt', { version: 1, name: 'Tên gõ dở', groups: ['office'] });
      expect(stale.status).toBe(412);
      expect(stale.text).toContain('value="Tên gõ dở"');
      expect(stale.text).toContain('Xem bản mới nhất');
      expect((await rowOf('binh.lt')).name).toBe('Lê Thị Bình');
    });

    it('get a new password on a page of its own, and lose their sessions', async () => {
      const agent = await api.browser({ username: 'mat.mk', name: 'Trần Mất', groups: ['office'] });
      const page = `${await pageOf('mat.mk')}/cap-lai-mat-khau`;
      expect((await admin.get(page)).text).toContain('Cấp lại mật khẩu cho Trần Mất?');
      expect((await admin.head(page)).status).toBe(200);
      expect((await agent.get('/')).status).toBe(200);
      const answer = await sendForm(admin, page, page, {});
      const [password = ''] = answer.text.match(ONE_TIME) ?? [];
      expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
      expect((await agent.get('/')).status).toBe(303);
      expect(await logIn('mat.mk', PASSWORD)).toBe(422);
      expect(await logIn('mat.mk', password)).toBe(303);
    });

    it('are closed and opened after a question; their tokens are gone for good', async () => {
      const who = { username: 'nghi.v', name: 'Vũ Nghỉ', groups: ['office' as const] };
      const [agent, token] = [await api.browser(who), await api.person(who)];
      const page = await pageOf('nghi.v');
      expect((await admin.get(`${page}/khoa`)).text).toContain('Khóa tài khoản của Vũ Nghỉ?');
      const closed = await sendForm(admin, `${page}/khoa`, `${page}/khoa`, {});
      expect([closed.status, closed.headers['location']]).toEqual([303, page]);
      expect((await admin.get(page)).text).toContain('Đã khóa');
      expect((await agent.get('/')).status).toBe(303);
      expect((await token.get('/api/v1/units')).status).toBe(401);
      expect(await logIn('nghi.v', PASSWORD)).toBe(422);
      await sendForm(admin, `${page}/mo-lai`, `${page}/mo-lai`, {});
      expect(await logIn('nghi.v', PASSWORD)).toBe(303);
      expect((await agent.get('/')).status).toBe(303);
      expect((await token.get('/api/v1/units')).status).toBe(401);
    });

    it('are not the administrator’s own to close, to reset or to strip of the administration', async () => {
      const page = await pageOf('quan-tri');
      for (const path of [`${page}/khoa`, `${page}/cap-lai-mat-khau`]) {
        const answer = await sendForm(admin, path, path, {});
        expect([path, answer.status]).toEqual([path, 422]);
        expect(answer.text).toContain('hãy nhờ một quản trị khác');
      }
      const { version } = await rowOf('quan-tri');
      const stripped = await edit('quan-tri', { version, name: 'Đỗ Văn Quản', groups: ['office'] });
      expect(stripped.status).toBe(422);
      expect((await admin.get(LIST)).status).toBe(200);
    });

    it('that nobody has are not found', async () => {
      for (const path of ['', '/khoa', '/mo-lai', '/cap-lai-mat-khau'])
        expect([path, (await admin.get(`${LIST}/khong-co${path}`)).status]).toEqual([path, 404]);
    });
  });
});
