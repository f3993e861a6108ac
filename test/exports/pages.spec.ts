import { join } from 'node:path';
import type TestAgent from 'supertest/lib/agent';
import { SYSTEM } from '../../src/domain/access';
import { AuditEventEntity } from '../../src/features/audit/audit-event.entity';
import { ExportJobRow } from '../../src/features/dossiers/exports/export-job.entity';
import { ExportEvents } from '../../src/features/dossiers/exports/export.events';
import { ExportKeeper } from '../../src/features/dossiers/exports/export.keeper';
import { ZipReader } from '../../src/platform/zip/zip-reader';
import { CAMPAIGN } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { wordsOf } from '../support/office-world';
import { API, PHASE } from '../support/opened-phase';
import { sendForm } from '../support/start-app';
import { AWARD, type Exporting, exportFiles, exporting, exportingWorkedCase, start } from './support';

const PAGE = `/xuat-ho-so/${CAMPAIGN}/GD1`;

describeOnEachDatabase('the pages of exports', (db) => {
  let made: Exporting;
  let office: TestAgent;
  beforeAll(async () => {
    made = await exportingWorkedCase(db);
    office = await made.app.browser({ username: 'van-phong', groups: ['office'] });
  });
  afterEach(() => db.unitOfWork.run(SYSTEM, ({ manager }) => manager.clear(ExportJobRow)));

  const done = async () => {
    const { id } = await start(made, AWARD);
    await made.worker.run(id);
    return id;
  };

  it('lead from the door to the phase, to an export, and to its file', async () => {
    expect((await office.get('/xuat-ho-so')).text).toContain(`href="${PAGE}"`);
    const answer = await sendForm(office, PAGE, PAGE, { loai: 'documents', nhom: 'awards/BK' });
    expect(answer.status).toBe(303);
    const address = String(answer.headers.location);
    const waiting = await office.get(address);
    expect(wordsOf(waiting.text)).toContain('Đã nhận, sẽ bắt đầu ngay.');
    expect(waiting.text).toContain('<noscript><meta http-equiv="refresh" content="5"></noscript>');
    await made.worker.run(address.split('/').at(-1) ?? '');
    const ended = await office.get(address);
    expect(ended.text).toContain(`href="${address}/tep"`);
    expect(ended.text).not.toContain('http-equiv="refresh"');
    const file = await office.get(`${address}/tep`).buffer(true);
    expect(file.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename=${CAMPAIGN}-GD1-chon-loc.zip`,
      'content-security-policy': "sandbox; default-src 'none'",
    });
    expect(wordsOf((await office.get(PAGE)).text)).toContain('Văn bản chọn lọc: Bằng khen');
  });

  it('give a Word file beside each paper to whoever ticks it, on the page and by the interface', async () => {
    const form = { loai: 'documents', nhom: 'awards/BK', word: '1' };
    const address = String((await sendForm(office, PAGE, PAGE, form)).headers.location);
    const id = address.split('/').at(-1) ?? '';
    await made.worker.run(id);
    expect(wordsOf((await office.get(address)).text)).toContain(', kèm bản Word Đã xong');
    const zip = await ZipReader.open(join(db.config.dataDir, 'exports', `${id}-1.zip`));
    zip.close();
    expect([...zip.sizes.keys()].filter((path) => path.startsWith('awards/'))).toEqual([
      'awards/BK/to-trinh.pdf',
      'awards/BK/to-trinh.docx',
      'awards/BK/danh-sach.pdf',
      'awards/BK/danh-sach.docx',
    ]);
    const asked = await made.app.agent
      .post(`${PHASE}/exports`)
      .send({ kind: 'documents', folders: ['awards/BK'], word: true })
      .expect(202);
    expect(asked.body).toMatchObject({ word: true });
    expect(await start(made, AWARD)).toMatchObject({ word: false });
    expect((await made.app.agent.post(`${PHASE}/exports`).send({ kind: 'round', word: 'x' })).status).toBe(
      400,
    );
    const again = await sendForm(office, PAGE, PAGE, { loai: 'documents', word: '1' });
    expect(again.text).toMatch(/id="word-documents"[^>]* checked/);
  });

  it('give the form back with what is wrong beside its field', async () => {
    const nothing = await sendForm(office, PAGE, PAGE, { loai: 'documents' });
    expect([nothing.status, wordsOf(nothing.text)]).toEqual([
      422,
      expect.stringContaining('Chưa chọn nhóm hồ sơ nào để xuất.'),
    ]);
    const unknown = await sendForm(office, PAGE, PAGE, { loai: 'nomination', ma: 'KHONG-CO' });
    expect(unknown.status).toBe(422);
    expect(unknown.text).toContain('value="KHONG-CO"');
    expect(unknown.text).toContain('<li>Không có đề nghị khen thưởng “KHONG-CO”.</li>');
  });

  it('tell that the data have changed since', async () => {
    const id = await done();
    const address = `/xuat-ho-so/${id}`;
    expect(wordsOf((await office.get(address)).text)).not.toContain('đã thay đổi sau lần xuất này');
    await db.unitOfWork.run(SYSTEM, ({ manager }) =>
      manager.query('UPDATE "phase" SET "inputVersion" = "inputVersion" + 1'),
    );
    expect(wordsOf((await office.get(address)).text)).toContain(
      'Số liệu của giai đoạn đã thay đổi sau lần xuất này. Tệp xuất theo số liệu lúc 08:30, 02/03/2026.',
    );
  });

  it('follow an export to its end by events', async () => {
    const { id } = await start(made, AWARD);
    const answer = await office
      .get(`/xuat-ho-so/${id}/tien-do`)
      .buffer(true)
      .parse((events, done) => {
        let text = '';
        events.once('data', () => void made.worker.run(id));
        events.on('data', (chunk: Buffer) => (text += chunk.toString()));
        events.on('end', () => done(null, text));
      });
    const told = String(answer.body)
      .split('\n\n')
      .filter(Boolean)
      .map((event) => JSON.parse(event.replace(/^data: /, '')) as { ended: boolean });
    expect(answer.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(told[0]).toEqual({
      done: 0,
      total: 0,
      text: 'Đã nhận, sẽ bắt đầu ngay.',
      ended: false,
    });
    expect(told.at(-1)).toEqual({ done: 2, total: 2, text: 'Đã xong.', ended: true });
    expect(told.filter(({ ended }) => ended)).toHaveLength(1);
  });

  it('call an export off', async () => {
    const { id } = await start(made, AWARD);
    await sendForm(office, `/xuat-ho-so/${id}`, `/xuat-ho-so/${id}/huy`, {});
    const { text } = await office.get(`/xuat-ho-so/${id}`);
    expect(wordsOf(text)).toContain('Lần xuất này đã bị hủy, không có tệp.');
    expect((await office.get(`/xuat-ho-so/${id}/tep`)).status).toBe(409);
  });

  it('say that a file was removed because of its age', async () => {
    const id = await done();
    expect((await exportFiles(db)).some((name) => name.startsWith(id))).toBe(true);
    const before = db.clock.now();
    db.clock.set('2026-03-17T01:30:00.000Z');
    await made.app.app.get(ExportKeeper).tidy();
    db.clock.set(before);
    expect((await exportFiles(db)).some((name) => name.startsWith(id))).toBe(false);
    expect(wordsOf((await office.get(`/xuat-ho-so/${id}`)).text)).toContain('đã được xóa vì quá 14 ngày');
    expect((await office.get(`/xuat-ho-so/${id}/tep`)).status).toBe(404);
  });

  it('say that a file was removed for want of room, once, and keep the newest', async () => {
    const older = await done();
    const before = db.clock.now();
    db.clock.set(new Date(Date.parse(before) + 60_000).toISOString());
    const newest = await done();
    db.clock.set(before);
    await db.unitOfWork.run(SYSTEM, ({ manager }) =>
      manager.update(ExportJobRow, { state: 'done' }, { kilobytes: 80 * 1024 }),
    );
    const small = await exporting(db, { config: { maxKeptMb: 100 } });
    await Promise.all([made, small].map(({ app }) => app.app.get(ExportKeeper).tidy()));
    await Promise.all([small, small].map(({ app }) => app.app.get(ExportKeeper).tidy()));
    const names = await exportFiles(db);
    expect([older, newest].filter((id) => names.includes(`${id}-1.zip`))).toEqual([newest]);
    const { text } = await office.get(`/xuat-ho-so/${older}`);
    expect(wordsOf(text)).toContain('để lấy chỗ cho lần xuất mới');
    const of = { action: 'export.remove', subjectId: older };
    expect(await db.unitOfWork.reader.countBy(AuditEventEntity, of)).toBe(1);
  });

  it('give the merged dossier of one nomination as a PDF', async () => {
    const { agent } = made.app;
    const asked = await agent
      .post(`${PHASE}/exports`)
      .send({ kind: 'nomination', nomination: 'TT-01' })
      .expect(202);
    await made.worker.run(asked.body.id);
    expect((await agent.get(asked.headers.location ?? '')).body).toMatchObject({
      state: 'done',
      error: null,
    });
    const file = await agent.get(`${asked.headers.location}/file`).buffer(true);
    expect(file.headers['content-type']).toBe('application/pdf');
    expect(
      Buffer.from(file.body as Buffer)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('give programs the same: 202 with an address, progress, file, cancelling', async () => {
    const { agent } = made.app;
    const order = { kind: 'documents', folders: ['awards/BK'] };
    const asked = await agent.post(`${PHASE}/exports`).send(order).expect(202);
    expect(asked.headers.location).toBe(`${API}/exports/${asked.body.id}`);
    expect(asked.body).toMatchObject({ state: 'waiting', done: 0, total: null, createdBy: 'Văn phòng Sở' });
    expect((await agent.get(`${asked.headers.location}/file`)).body).toMatchObject({
      code: 'export-not-done',
    });
    await made.worker.run(asked.body.id);
    expect((await agent.get(asked.headers.location ?? '')).body).toMatchObject({ state: 'done', done: 2 });
    expect((await agent.get(`${asked.headers.location}/file`)).headers['content-type']).toBe(
      'application/zip',
    );
    expect((await agent.delete(asked.headers.location ?? '')).body).toMatchObject({ state: 'done' });
    expect((await agent.get(`${PHASE}/exports`)).body).toMatchObject({ total: 1 });
    expect((await agent.post(`${PHASE}/exports`).send({ kind: 'khac' })).status).toBe(400);
  });

  it('say in words and in the header when the queue is full', async () => {
    const full = await exporting(db, { config: { maxExports: 1 } });
    const browser = await full.app.browser({ username: 'van-phong', groups: ['office'] });
    await start(full, AWARD);
    const page = await sendForm(browser, PAGE, PAGE, { loai: 'round' });
    expect([page.status, page.headers['retry-after']]).toEqual([503, '60']);
    expect(wordsOf(page.text)).toContain('Đang có 1 lần xuất hồ sơ chưa xong, chưa nhận thêm được.');
    const program = await full.app.agent.post(`${PHASE}/exports`).send({ kind: 'round' });
    expect([program.status, program.headers['retry-after']]).toEqual([503, '60']);
    expect(program.body).toMatchObject({ code: 'export-queue-full', status: 503 });
  });

  it('let go of whoever follows an export when the service stops', async () => {
    const stopping = await exporting(db);
    const browser = await stopping.app.browser({ username: 'van-phong', groups: ['office'] });
    const { id } = await start(stopping, AWARD);
    const answer = await browser
      .get(`/xuat-ho-so/${id}/tien-do`)
      .buffer(true)
      .parse((events, done) => {
        events.once('data', () => stopping.app.app.get(ExportEvents).beforeApplicationShutdown());
        events.on('data', () => undefined);
        events.on('end', () => done(null, 'let go'));
      });
    expect(answer.body).toBe('let go');
  });

  it('are closed to units and council', async () => {
    const { id } = await start(made, AWARD);
    for (const group of ['unit', 'council', 'administrator'] as const) {
      const page = await made.app.browser({
        username: `nhom-${group}`,
        groups: [group],
        unit: 'Phòng Tổ chức',
      });
      for (const address of ['/xuat-ho-so', PAGE, `/xuat-ho-so/${id}`, `/xuat-ho-so/${id}/tep`])
        expect([group, address, (await page.get(address)).status]).toEqual([group, address, 403]);
    }
  });
});
