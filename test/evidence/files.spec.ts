import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type TestAgent from 'supertest/lib/agent';
import { describeOnEachDatabase } from '../support/each-database';
import { API, openWorkedPhase } from '../support/opened-phase';
import { type TestApp, sendForm, startApp } from '../support/start-app';
import { docm, docx, pdf, png, xlsx } from './support/files';
import { UNIT, drafted, errorsOf, sendFiles } from './support/form';
import { uploadsGone } from './support/uploads';

const sha = (content: Buffer) => createHash('sha256').update(content).digest('hex');

describeOnEachDatabase('evidence files', (db) => {
  let api: TestApp;
  let unit: TestAgent;
  let page: TestAgent;
  let one: string;
  beforeAll(async () => {
    api = await startApp(db);
    await openWorkedPhase(api.agent);
    const who = { username: 'don-vi', name: 'Lê Thị Lan', groups: ['unit' as const], unit: UNIT };
    [unit, page] = [await api.person(who), await api.browser(who)];
    one = await drafted(unit, 'DV-1');
  });

  const kept = async () =>
    (await readdir(join(db.config.dataDir, 'evidence'), { recursive: true })).filter((name) =>
      /[0-9a-f]{64}$/.test(name),
    );
  const nothingWaits = () => uploadsGone(db.config.dataDir);
  const filesOf = async (id: string) =>
    (await unit.get(`${API}/nominations/${id}/evidence-files`).expect(200)).body.items;

  it('lie under their hash, for the service alone, and come back byte for byte', async () => {
    const content = pdf('Báo cáo tổng kết');
    const sent = [{ name: 'Báo cáo.pdf', content, type: 'text/html' }];
    const answer = await sendFiles(page, one, sent, {
      criterion: 'a',
      title: 'Báo cáo năm',
      document: '5/BC',
    });
    expect([answer.status, answer.headers['location']]).toEqual([303, `/de-nghi/${one}/minh-chung`]);
    const [file] = await filesOf(one);
    expect(file).toEqual({
      id: expect.any(String),
      evidence: expect.any(String),
      name: 'Báo cáo.pdf',
      type: 'pdf',
      bytes: content.length,
      sha256: sha(content),
      scan: 'not-scanned',
      uploadedBy: 'Lê Thị Lan',
      uploadedAt: db.clock.now(),
    });
    const path = join(db.config.dataDir, 'evidence', file.sha256.slice(0, 2), file.sha256);
    expect(await readFile(path)).toEqual(content);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(path, '..'))).mode & 0o777).toBe(0o700);
    const back = await page.get(`/minh-chung/${file.id}`).responseType('blob');
    expect(back.body).toEqual(content);
    expect(back.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="B?o c?o.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    });
    await nothingWaits();
  });

  it('show with type, size and who sent them, to the unit and to the office', async () => {
    const { text } = await page.get(`/de-nghi/${one}/minh-chung`).expect(200);
    expect(text).toContain('<span class="file-type">PDF</span>Báo cáo năm</a>');
    expect(text).toContain('Số 5/BC · Báo cáo.pdf · 1\u00a0KB · 02/03/2026 · Lê Thị Lan');
    expect(text).toContain('Đơn vị đã dùng 1\u00a0KB trong 10 MB.');
  });

  it('come several at once, each its own piece', async () => {
    const two = await drafted(unit, 'DV-2');
    const files = [
      { name: 'anh.png', content: png() },
      { name: 'bang.xlsx', content: xlsx() },
      { name: 'van-ban.docx', content: docx() },
    ];
    expect((await sendFiles(page, two, files, { criterion: 'b' })).status).toBe(303);
    const { items } = (await unit.get(`${API}/nominations/${two}/evidence`)).body;
    expect(
      items.map(({ criterion, title, file }: Record<string, string>) => [criterion, title, file]),
    ).toEqual([
      ['b', 'anh', 'anh.png'],
      ['b', 'bang', 'bang.xlsx'],
      ['b', 'van-ban', 'van-ban.docx'],
    ]);
    expect((await filesOf(two)).map(({ type }: { type: string }) => type).toSorted()).toEqual([
      'docx',
      'png',
      'xlsx',
    ]);
  });

  it('are refused together, each with its reason, and leave nothing', async () => {
    const before = [await kept(), await filesOf(one)];
    const files = [
      { name: 'tot.pdf', content: pdf('chưa từng có') },
      { name: 'ma-doc.pdf', content: Buffer.from('MZ không phải PDF'), type: 'application/pdf' },
      { name: 'macro.docx', content: docm() },
      { name: '<b>trống.pdf', content: Buffer.alloc(0) },
    ];
    const fields = { criterion: 'a', title: 'Giữ lại chữ đã gõ' };
    const { status, text } = await sendFiles(page, one, files, fields);
    expect(status).toBe(422);
    expect(errorsOf(text).slice(0, 3)).toEqual([
      'Tệp “ma-doc.pdf” không phải PDF, PNG, JPEG, DOCX hay XLSX (xét theo nội dung, không theo đuôi tệp).',
      'Tệp “macro.docx” có macro hoặc thành phần chạy được; hãy lưu lại thành DOCX, XLSX hoặc PDF không có macro.',
      'Tệp “&lt;b&gt;trống.pdf” rỗng (0 byte).',
    ]);
    expect(text).toContain('value="Giữ lại chữ đã gõ"');
    expect([await kept(), await filesOf(one)]).toEqual(before);
    await nothingWaits();
  });

  it('are refused when their criterion is not one of the plan, and leave nothing', async () => {
    const before = await kept();
    const { status } = await sendFiles(page, one, [{ name: 'a.pdf', content: pdf('x') }], {
      criterion: 'khong',
    });
    expect([status, await kept()]).toEqual([422, before]);
    await nothingWaits();
  });

  it.each(['../../etc/passwd', 'a"; x="y.pdf', 'a\u202Efdp.pdf', '%0d%0aSet-Cookie: x=1', 'CON'])(
    'called %j are harmless',
    async (name) => {
      const three = await drafted(unit, `DV-${sha(Buffer.from(name)).slice(0, 8)}`);
      expect((await sendFiles(page, three, [{ name, content: pdf(name) }])).status).toBe(303);
      const [file] = await filesOf(three);
      const { headers } = await page.get(`/minh-chung/${file.id}`).expect(200);
      expect(file.name).toMatch(/^[^/\\"\r\n\u202E]+\.pdf$/);
      expect(headers['content-disposition']).toMatch(
        /^attachment; filename="?[^"\r\n]+"?(; filename\*=UTF-8''[\w%.-]+)?$/,
      );
      expect(headers['set-cookie']).toBeUndefined();
    },
  );

  it('go with the piece that is taken away, but not while another row names them', async () => {
    const content = pdf('dùng hai lần');
    const [four, five] = [await drafted(unit, 'DV-4'), await drafted(unit, 'DV-5')];
    for (const id of [four, five]) await sendFiles(page, id, [{ name: 'chung.pdf', content }]);
    const remove = async (id: string) => {
      const [{ evidence }] = await filesOf(id);
      const list = `/de-nghi/${id}/minh-chung`;
      return sendForm(page, list, `${list}/${evidence}/bo`, {});
    };
    const there = async () => (await kept()).some((name) => name.endsWith(sha(content)));
    expect([(await remove(four)).status, await there()]).toEqual([303, true]);
    expect([(await remove(five)).status, await there()]).toEqual([303, false]);
    expect((await unit.get(`${API}/nominations/${five}/evidence`)).body.total).toBe(0);
  });

  it('stay with their piece when the unit rewrites its evidence, and go with one that it leaves out', async () => {
    const six = await drafted(unit, 'DV-6');
    const [a, b] = [pdf('giữ'), pdf('bỏ')];
    await sendFiles(page, six, [
      { name: 'giu.pdf', content: a },
      { name: 'bo.pdf', content: b },
    ]);
    const url = `${API}/nominations/${six}`;
    const { headers } = await unit.get(url);
    const evidence = [
      { criterion: 'b', title: 'Văn bản giấy', document: '7/QĐ' },
      { criterion: 'a', title: 'Tên khác', file: 'giu.pdf' },
    ];
    await unit.put(url).set('If-Match', String(headers.etag)).send({ evidence }).expect(200);
    expect((await filesOf(six)).map(({ sha256 }: { sha256: string }) => sha256)).toEqual([sha(a)]);
    const { items } = (await unit.get(`${url}/evidence`)).body;
    const [file] = await filesOf(six);
    expect(items.map(({ title }: { title: string }) => title)).toEqual(['Văn bản giấy', 'Tên khác']);
    expect(file.evidence).toBe(items[1].id);
  });

  it('of a discarded draft take no room any more', async () => {
    const seven = await drafted(unit, 'DV-7');
    await sendFiles(page, seven, [{ name: 'a.pdf', content: pdf('nháp bỏ đi') }]);
    await unit.post(`${API}/nominations/${seven}/discarding`).expect(201);
    const rows = await db.unitOfWork.reader.sql`SELECT f."id" FROM "evidence_file" f
      JOIN "nomination" n ON n."id" = f."nominationId" WHERE n."state" = 'discarded'`;
    expect(rows).toEqual([]);
  });

  it('come and go through the API as raw bytes', async () => {
    const url = `${API}/nominations/${one}/evidence`;
    const { id } = (await unit.post(url).send({ criterion: 'c', title: 'Ảnh' }).expect(201)).body;
    const sent = () =>
      unit
        .post(`${url}/${id}/file?name=%E1%BA%A3nh.png`)
        .set('Content-Type', 'application/octet-stream')
        .send(png());
    expect((await sent().expect(201)).body).toMatchObject({ name: 'ảnh.png', type: 'png', evidence: id });
    expect((await sent().expect(409)).body.code).toBe('evidence-file-exists');
    const back = await unit.get(`${url}/${id}/file`).responseType('blob');
    expect([back.status, back.body]).toEqual([200, png()]);
    await unit.delete(`${url}/${id}/file`).expect(204);
    expect((await unit.get(`${url}/${id}/file`)).status).toBe(404);
    expect((await unit.get(url)).body.items.find((each: { id: string }) => each.id === id).file).toBeNull();
    const wrong = await unit
      .post(`${url}/${id}/file`)
      .type('application/octet-stream')
      .send(Buffer.from('<svg/>'));
    expect([wrong.status, wrong.body.findings[0].code]).toEqual([422, 'file-type-not-allowed']);
    expect((await unit.post(`${url}/${id}/file`).send({ a: 1 })).status).toBe(415);
    await nothingWaits();
  });

  it('are written down in the audit, with their hash', async () => {
    const rows: { action: string }[] = await db.unitOfWork.reader.query(
      `SELECT * FROM "audit_event" WHERE "action" LIKE 'evidence.%' ORDER BY "ordinal"`,
    );
    expect(rows.map(({ action }) => action).filter((action, at, all) => all.indexOf(action) === at)).toEqual([
      'evidence.add',
      'evidence.remove',
      'evidence.attach',
      'evidence.detach',
    ]);
    expect(JSON.stringify(rows[0])).toContain(sha(pdf('Báo cáo tổng kết')));
    expect((await api.agent.get(`${API}/audit/verification`)).body.ok).toBe(true);
  });
});
