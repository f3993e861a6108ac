import type TestAgent from 'supertest/lib/agent';
import { type Actor, GROUPS, type Group, type Right, may } from '../../src/domain/access';
import { PUBLIC } from '../../src/platform/http/requires';
import { CAMPAIGN } from '../support/cases';
import { TestDatabase } from '../support/each-database';
import { importWorkedCase } from '../support/opened-phase';
import { type TestApp, formToken, startApp } from '../support/start-app';
import { type DeclaredRoute, declaredRoutes } from './routes';

/** What a route answers to somebody without its right. */
const REFUSED = 403;
const NOBODYS = '00000000-0000-4000-8000-000000000000';
const ANOTHER_UNIT = 'Đơn vị không có đề nghị nào';

/** Both doors of one person. */
interface Doors {
  api: TestAgent;
  page: TestAgent;
  csrf: string;
}

describe('every route for every group', () => {
  const db = new TestDatabase('sqlite');
  const doors = new Map<Group, Doors>();
  let app: TestApp;
  let routes: DeclaredRoute[];
  let nomination: string;

  beforeAll(async () => {
    await db.open();
    app = await startApp(db);
    nomination = (await importWorkedCase(app.agent)).get('TT-01') ?? '';
    routes = declaredRoutes(app.app).filter(({ access }) => access !== PUBLIC);
    for (const group of GROUPS) doors.set(group, await doorsOf(group));
  });
  afterAll(() => db.close());

  async function doorsOf(group: Group): Promise<Doors> {
    const who = { username: `nhom-${group}`, groups: [group], unit: ANOTHER_UNIT };
    const page = await app.browser(who);
    return {
      api: await app.person(who),
      page,
      csrf: formToken((await page.get('/tai-khoan/mat-khau')).text),
    };
  }

  /** Asks as somebody of the group; parameters are those of the worked case, and nobody's for all others. */
  function ask(group: Group, { method, path, page }: DeclaredRoute, id = nomination) {
    const { api, page: browser, csrf } = doors.get(group) as Doors;
    const url = path.replace(/:(\w+)/g, (_, name: string) => valueOf(name, path, id));
    const request = (page ? browser : api)[method](url);
    if (method === 'get') return request;
    if (page) return request.type('form').send({ _csrf: csrf });
    return method === 'post' && /[/-]file$/.test(path)
      ? request.type('application/octet-stream').send('x')
      : request.send({});
  }

  function valueOf(name: string, path: string, id: string): string {
    if (name === 'code') return CAMPAIGN;
    if (name === 'phase') return 'GD1';
    if (name === 'layer') return 'appraisal';
    return name === 'id' && /^\/(api\/v1\/nominations|de-nghi)\//.test(path) ? id : 'khong-co';
  }

  const has = (group: Group, right: Right) =>
    may({ groups: [group], kind: 'person' } as unknown as Actor, right);

  it('is there to be tested', () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter(({ page }) => page).length).toBeGreaterThan(5);
  });

  it.each(GROUPS)('is closed to the group %s without its right', async (group) => {
    const open: string[] = [];
    const closed = routes.filter(({ access }) => !has(group, access as Right));
    for (const route of closed) {
      const { status } = await ask(group, route);
      if (status !== REFUSED) open.push(`${route.method} ${route.path} ${status}`);
    }
    expect(closed.length).toBeGreaterThan(0);
    expect(open).toEqual([]);
  });

  it.each(GROUPS)(
    'never fails for the group %s, and says 403 only where the right is not had',
    async (group) => {
      const wrong: string[] = [];
      for (const route of routes.filter(({ access }) => has(group, access as Right))) {
        // A dossier waits for a browser: it has tests of its own.
        if (route.access === 'dossier.read') continue;
        const { status, text } = await ask(group, route);
        const isWrong =
          status >= 500 || status === 401 || status === REFUSED || /\bat .+\.[jt]s:\d+/.test(text);
        if (isWrong) wrong.push(`${route.method} ${route.path} ${status}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  it('answers about another unit’s nomination as about one that is not there', async () => {
    const known: string[] = [];
    const ofOne = routes.filter(({ path }) => /^\/(api\/v1\/nominations|de-nghi)\/:id/.test(path));
    for (const route of ofOne.filter(({ access }) => has('unit', access as Right))) {
      const another = await ask('unit', route, nomination);
      const nobodys = await ask('unit', route, NOBODYS);
      const same =
        another.status === nobodys.status && plain(another.text, nomination) === plain(nobodys.text, NOBODYS);
      if (!same || another.status < 400) known.push(`${route.method} ${route.path} ${another.status}`);
    }
    expect(ofOne.length).toBeGreaterThan(10);
    expect(known).toEqual([]);
  });
});

/** Without what differs by itself: the id that was asked for, and the token of the form. */
function plain(text: string, id: string): string {
  return text.replaceAll(id, 'ID').replace(/name="_csrf" value="[^"]+"/g, 'CSRF');
}
