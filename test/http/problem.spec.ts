import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { AppModule } from '../../src/app.module';
import { setUp } from '../../src/app.setup';
import { Log } from '../../src/platform/logging/log';
import { TestDatabase } from '../support/each-database';
import { ThingsModule } from './things.module';

describe('the HTTP ground', () => {
  const logged: string[] = [];
  const db = new TestDatabase('sqlite');
  let app: NestExpressApplication;
  let agent: TestAgent;

  beforeAll(async () => {
    await db.open();
    const module = await Test.createTestingModule({ imports: [AppModule.with(db.config), ThingsModule] })
      .overrideProvider(Log)
      .useValue(new Log('info', { write: (line: string) => logged.push(line) }))
      .compile();
    app = setUp(module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false }));
    await app.init();
    agent = request.agent(app.getHttpServer());
  });
  afterAll(async () => {
    await app.close();
    await db.close();
  });

  const post = (body: string, type = 'application/json') =>
    agent.post('/api/v1/things').set('Content-Type', type).send(body);

  it('names every fault of a body at once, in Vietnamese', async () => {
    const body = {
      name: 'quá dài',
      layer: 'x',
      extra: 1,
      criteria: [{ code: 'a', points: 0 }, { points: 'b' }],
    };
    const { status, type, body: problem } = await post(JSON.stringify(body));
    expect([status, type]).toEqual([400, 'application/problem+json']);
    expect(problem).toMatchObject({
      type: 'urn:thidua:error:invalid-fields',
      code: 'invalid-fields',
      status: 400,
    });
    const lines = (problem as { findings: { message: string }[] }).findings.map(({ message }) => message);
    expect(lines.sort()).toEqual([
      'Trường criteria.0.points phải từ 1 trở lên.',
      'Trường criteria.1.code phải là chuỗi ký tự.',
      'Trường criteria.1.points phải là số nguyên.',
      'Trường criteria.1.points phải từ 1 trở lên.',
      'Trường extra không có trong quy định của yêu cầu này.',
      'Trường layer phải là một trong các giá trị: self, council.',
      'Trường name không được dài quá 5 ký tự.',
    ]);
  });

  it.each([
    ['{"a":', 'application/json', 400, 'malformed-json'],
    ['"a text"', 'application/json', 400, 'malformed-json'],
    ['name: a', 'text/plain', 415, 'wrong-content-type'],
    ['a=b', 'application/x-www-form-urlencoded', 415, 'wrong-content-type'],
    ['name: a', 'application/yaml', 415, 'wrong-content-type'],
    ['PK', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 415, 'wrong-content-type'],
    ['{}', 'application/json; charset=koi8-r', 415, 'wrong-content-type'],
  ])('refuses the body %s as %s with %i', async (body, type, status, code) => {
    const answer = await post(body, type);
    expect([answer.status, answer.type]).toEqual([status, 'application/problem+json']);
    expect(answer.body).toMatchObject({ status, code });
  });

  it('refuses a body of more than the megabyte', async () => {
    const answer = await post(`{"name":"${'a'.repeat(2 ** 20)}"}`);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([413, 'body-too-large']);
  });

  it('refuses a body of more values than any form has, at once and in a few words', async () => {
    const many = Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`k${index}`, 1]));
    const answer = await post(JSON.stringify(many));
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([413, 'too-many-values']);
    expect(answer.text.length).toBeLessThan(1000);
  });

  it('tells a hundred faults of a body and how many there are, errors first', async () => {
    const began = performance.now();
    const many = Object.fromEntries(Array.from({ length: 19_000 }, (_, index) => [`k${index}`, 1]));
    const { body, status, text } = await post(
      JSON.stringify({ ...many, name: 'a', layer: 'self', criteria: [] }),
    );
    const { findings, total } = body as { findings: { code: string; message: string }[]; total: number };
    expect([status, total, findings.length]).toEqual([400, 19_000, 101]);
    expect(findings.at(-1)).toMatchObject({
      code: 'more-findings',
      message: expect.stringContaining('18900'),
    });
    expect(text.length).toBeLessThan(40_000);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it.each(['/nowhere', '/%zz'])('answers 404 as a page at %s', async (path) => {
    const answer = await agent.get(path);
    expect([answer.status, answer.type]).toEqual([404, 'text/html']);
    expect(answer.text).toContain('Địa chỉ này không có trong dịch vụ.');
  });

  it.each(['/api/v1/nowhere', '/api/nowhere', '/api/v1/things/one/%zz', '/api/swagger-ui-nothing'])(
    'answers 404 as a problem at %s',
    async (path) => {
      const answer = await agent.get(path);
      expect([answer.status, answer.type]).toEqual([404, 'application/problem+json']);
      expect(answer.body).toMatchObject({
        code: 'route-not-found',
        detail: 'Địa chỉ này không có trong dịch vụ.',
      });
    },
  );

  it('answers 405 with the methods that are allowed', async () => {
    const answer = await agent.delete('/api/v1/things/one');
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, PUT']);
    expect(answer.body).toMatchObject({ code: 'method-not-allowed' });
  });

  it('keeps an unexpected failure to itself, and in the log under its id', async () => {
    const answer = await agent.get('/api/v1/things/failure/defect?secret=hidden');
    const { incident } = answer.body as { incident: string };
    expect(answer.body).toMatchObject({ status: 500, code: 'unexpected' });
    expect(JSON.stringify(answer.body)).not.toMatch(/person|stack|at /);
    const about = logged.filter((line) => line.includes(incident));
    expect(about).toHaveLength(1);
    expect(about[0]).toContain('things.module');
    expect(logged.join('')).not.toMatch(/person|hidden/);
  });

  it('carries the findings of a refusal', async () => {
    const answer = await agent.get('/api/v1/things/failure/findings');
    expect(answer.status).toBe(422);
    expect((answer.body as { findings: unknown }).findings).toEqual([
      { level: 'error', code: 'field-is-string', path: ['a', 0], message: 'Trường a.0 phải là chuỗi ký tự.' },
    ]);
  });

  it('gives a version its strong ETag', async () => {
    expect((await agent.get('/api/v1/things/one')).headers.etag).toBe('"v3"');
  });

  it.each([
    [undefined, 428],
    ['*', 428],
    ['"v2"', 412],
    ['W/"v3"', 412],
    ['v3', 412],
    ['"v3"', 200],
  ])('answers an edit with If-Match %s by %i', async (seen, status) => {
    const answer = await agent.put('/api/v1/things/one').set(seen === undefined ? {} : { 'If-Match': seen });
    expect(answer.status).toBe(status);
  });

  it('pages a list and links to the neighbours', async () => {
    const answer = await agent.get('/api/v1/things?page=2&size=50');
    expect(answer.body).toMatchObject({ total: 120, page: 2, size: 50 });
    expect((answer.body as { items: number[] }).items[0]).toBe(50);
    const link = (page: number, relation: string) =>
      `</api/v1/things?page=${page}&size=50>; rel="${relation}"`;
    expect(answer.headers.link).toBe(
      [link(1, 'first'), link(1, 'prev'), link(3, 'next'), link(3, 'last')].join(', '),
    );
  });

  it.each(['page=0', 'size=201', 'size=a', 'page=1.5', 'sort=name', 'page[]=1'])(
    'refuses the page ?%s',
    async (query) => {
      expect((await agent.get(`/api/v1/things?${query}`)).status).toBe(400);
    },
  );

  it('sets the security headers on every answer', async () => {
    for (const path of ['/api/v1/things/one', '/nowhere', '/api']) {
      const { headers } = await agent.get(path);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toContain("default-src 'self'");
      expect(headers['x-powered-by']).toBeUndefined();
    }
    const { headers } = await agent.get('/api/v1/things/one');
    expect(headers['content-security-policy']).not.toContain('unsafe');
  });

  it('logs the route pattern and no value', async () => {
    logged.length = 0;
    await agent.get('/api/v1/things/failure/nguyen-van-a?name=secret').set('Authorization', 'Bearer hidden');
    const [line] = logged;
    const facts = JSON.parse(line ?? '{}') as Record<string, unknown>;
    expect(Object.keys(facts).sort()).toEqual([
      'level',
      'method',
      'ms',
      'msg',
      'request',
      'route',
      'status',
      'time',
    ]);
    expect(facts).toMatchObject({ method: 'GET', route: '/api/v1/things/failure/:kind', status: 412 });
  });

  it('serves the documentation from this host alone', async () => {
    const { text } = await agent.get('/api');
    const sources = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => String(source));
    expect(sources.length).toBeGreaterThan(3);
    expect(sources.filter((source) => !source.startsWith('./api/'))).toEqual([]);
    for (const source of sources) expect((await agent.get(source.slice(1))).status).toBe(200);
    const { paths } = (await agent.get('/api-json')).body as { paths: object };
    expect(Object.keys(paths)).toContain('/api/v1/things/one');
  });
});
