import { PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { RIGHTS_TABLE } from '../../src/domain/access';
import { PersonService } from '../../src/features/accounts/person.service';
import { routesOf } from '../support/routes-of';
import { ACCESS, PUBLIC } from '../../src/platform/http/requires';
import { describeOnEachDatabase } from '../support/each-database';
import { type TestApp, startApp } from '../support/start-app';

/** For programs: the API, the health of the service, and the description of its routes. All else is pages. */
const FOR_PROGRAMS = /^\/(health|ready|api|api-json|api-yaml|api\/.*)$/;
/** Pages that everybody may open. */
const OPEN_PAGES = ['/dang-nhap', '/dang-xuat'];
const DECLARED = new Set<unknown>([...Object.keys(RIGHTS_TABLE), PUBLIC]);

describeOnEachDatabase('every route', (db) => {
  let service: TestApp;
  beforeAll(async () => {
    service = await startApp(db);
  });

  it('declares a right of the table', () => {
    const { app } = service;
    const reflector = app.get(Reflector);
    const scanner = new MetadataScanner();
    const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
      ...module.controllers.values(),
    ]);
    const handlers = controllers.flatMap(({ metatype, instance }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return scanner
        .getAllMethodNames(prototype)
        .filter((name) => Reflect.hasMetadata(PATH_METADATA, prototype[name]!))
        .map((name) => ({
          name: `${String(metatype?.name)}.${name}`,
          access: reflector.getAllAndOverride<unknown>(ACCESS, [prototype[name]!, metatype as () => unknown]),
        }));
    });
    expect(handlers.length).toBeGreaterThan(3);
    expect(handlers.filter(({ access }) => !DECLARED.has(access))).toEqual([]);
  });

  it('answers 401 as a problem to whoever has no token', async () => {
    const closed = routesOf(service.app).filter(({ path }) => path.startsWith('/api/v1/'));
    expect(closed.length).toBeGreaterThan(20);
    for (const { method, path } of closed) {
      const url = path.replace(/[:*{][\w}]+/g, 'x');
      const answer = await service.stranger[method.toLowerCase() as 'get'](url);
      expect([method, path, answer.status, answer.type]).toEqual([
        method,
        path,
        401,
        'application/problem+json',
      ]);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
      expect(answer.body).toMatchObject({ code: 'unauthenticated', status: 401 });
    }
  });

  it('sends whoever is not logged in from every page to the login', async () => {
    const pages = routesOf(service.app).filter(
      ({ method, path }) => method === 'GET' && !FOR_PROGRAMS.test(path) && !OPEN_PAGES.includes(path),
    );
    expect(pages.length).toBeGreaterThan(1);
    for (const { path } of pages) {
      const answer = await service.stranger.get(path.replace(/[:*{][\w}]+/g, 'x'));
      expect([path, answer.status, answer.headers['location']?.split('?')[0]]).toEqual([
        path,
        303,
        '/dang-nhap',
      ]);
    }
  });

  it('takes no form that this service did not give', async () => {
    const forms = routesOf(service.app).filter(
      ({ method, path }) => method === 'POST' && !FOR_PROGRAMS.test(path),
    );
    expect(forms.length).toBeGreaterThan(1);
    for (const { path } of forms) {
      const answer = await service.stranger
        .post(path.replace(/[:*{][\w}]+/g, 'x'))
        .type('form')
        .send({ a: 'b' });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });

  it.each([
    '',
    'Bearer',
    'Bearer x',
    'Basic eDp4',
    'Bearer thidua_0000000000000000000000000000000000000000000',
  ])('is closed to the header “%s”', async (header) => {
    const answer = await service.stranger.get('/api/v1/audit/verification').set('Authorization', header);
    expect(answer.status).toBe(401);
  });

  it('is open to the token of a person with the right', async () => {
    expect((await service.agent.get('/api/v1/audit/verification')).body).toMatchObject({ ok: true });
  });

  it('makes no administrator beside those who have accounts', async () => {
    expect(await service.app.get(PersonService).first()).toBeUndefined();
  });

  it('is described by the documentation', async () => {
    const { status, body } = await service.stranger.get('/api-json');
    const described = Object.keys((body as { paths?: object }).paths ?? {}).map((path) =>
      path.replace(/{/g, ':'),
    );
    const served = routesOf(service.app).map(({ path }) => path);
    expect(status).toBe(200);
    expect(described.map((path) => path.replace(/}/g, '')).sort()).toEqual(
      [...new Set(served.filter((path) => /^\/(api\/v1|health|ready)/.test(path)))].sort(),
    );
  });

  it('keeps the token nowhere in the database', async () => {
    const rows = JSON.stringify(await db.unitOfWork.reader.query('SELECT * FROM access_token'));
    const events = JSON.stringify(await db.unitOfWork.reader.query('SELECT * FROM audit_event'));
    expect(service.token).toMatch(/^thidua_[\w-]{43}$/);
    expect(rows + events).not.toContain(service.token);
  });
});
