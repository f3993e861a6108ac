import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { type ClientRequest, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type TestAgent from 'supertest/lib/agent';
import { Tokens } from '../../src/features/accounts/tokens.service';
import { FileKeeper } from '../../src/features/evidence/file-keeper';
import { describeOnEachDatabase } from '../support/each-database';
import { API, openWorkedPhase } from '../support/opened-phase';
import { type TestApp, formToken, startApp } from '../support/start-app';
import { pdf } from './support/files';
import { UNIT, drafted, sendFiles } from './support/form';
import { uploadsCame, uploadsGone } from './support/uploads';

const MB = 1024 * 1024;

/** A PDF of so many bytes, different for each seed. */
function pdfOf(bytes: number, seed: number): Buffer {
  const body = Buffer.alloc(bytes, ' ');
  pdf(String(seed)).copy(body);
  body.write('%%EOF', bytes - 5);
  return body;
}

describeOnEachDatabase('what evidence files may take', (db) => {
  let api: TestApp;
  let unit: TestAgent;
  let page: TestAgent;
  let one: string;
  let port: number;
  beforeAll(async () => {
    api = await startApp(db);
    await api.app.listen(0, '127.0.0.1');
    port = (api.app.getHttpServer().address() as AddressInfo).port;
    await openWorkedPhase(api.agent);
    const who = { username: 'don-vi', name: 'Lê Thị Lan', groups: ['unit' as const], unit: UNIT };
    [unit, page] = [await api.person(who), await api.browser(who)];
    one = await drafted(unit, 'DV-1');
  });

  const folder = (...names: string[]) => join(db.config.dataDir, ...names);
  const kept = async () =>
    (await readdir(folder('evidence'), { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name));
  const nothingWaits = () => uploadsGone(db.config.dataDir);
  const cookies = async () => {
    const { text } = await page.get(`/de-nghi/${one}/minh-chung`);
    const known = page.jar.getCookies({ domain: '127.0.0.1', path: '/', secure: false, script: false });
    return { cookie: known.map(({ name, value }) => `${name}=${value}`).join('; '), csrf: formToken(text) };
  };
  /** A form written by hand, to break off or go on as no client would. */
  const form = async (): Promise<{ sending: ClientRequest; start: string; answer: Promise<number> }> => {
    const { cookie, csrf } = await cookies();
    const headers = { cookie, 'content-type': 'multipart/form-data; boundary=x' };
    const path = `/de-nghi/${one}/minh-chung`;
    const sending = request({ host: '127.0.0.1', port, path, method: 'POST', headers });
    const answer = new Promise<number>((resolve) => {
      sending.on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sending.on('error', () => resolve(0));
    });
    const field = (name: string, value: string) =>
      `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const file = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-1.7\n';
    return { sending, start: field('_csrf', csrf) + field('criterion', 'a') + file, answer };
  };

  it('is one file up to its limit', async () => {
    const typed = { criterion: 'b', title: 'Báo cáo kết quả <quý 1>', document: '15/BC' };
    const tooLarge = await sendFiles(page, one, [{ name: 'a.pdf', content: pdfOf(2 * MB + 1, 1) }], typed);
    expect([tooLarge.status, /Tệp quá lớn, mỗi tệp tối đa 2 MB/.test(tooLarge.text)]).toEqual([413, true]);
    expect(tooLarge.text).toContain('value="Báo cáo kết quả &lt;quý 1&gt;"');
    expect(tooLarge.text).toMatch(/<option value="b" selected>/);
    const url = `${API}/nominations/${one}/evidence`;
    const { id } = (await unit.post(url).send({ criterion: 'a', title: 'Ảnh' }).expect(201)).body;
    const raw = await unit
      .post(`${url}/${id}/file`)
      .type('application/octet-stream')
      .send(pdfOf(2 * MB + 1, 1));
    expect([raw.status, raw.body.code]).toEqual([413, 'file-too-large']);
    await nothingWaits();
    const whole = await sendFiles(page, one, [{ name: 'a.pdf', content: pdfOf(2 * MB, 1) }]);
    expect(whole.status).toBe(303);
  });

  it('is so many files at once', async () => {
    const files = Array.from({ length: 21 }, (_, at) => ({ name: `${at}.pdf`, content: pdf(String(at)) }));
    expect((await sendFiles(page, one, files)).status).toBe(413);
    await nothingWaits();
  });

  it('is the room of the unit, also for twenty uploads at the same time', async () => {
    const who = { username: 'don-vi-2', groups: ['unit' as const], unit: 'Phòng Thông tin' };
    const [other, browser] = [await api.person(who), await api.browser(who)];
    const two = await drafted(other, 'TT-99', 'Phòng Thông tin');
    const { text } = await browser.get(`/de-nghi/${two}/minh-chung`);
    const send = (seed: number) =>
      browser
        .post(`/de-nghi/${two}/minh-chung`)
        .field('_csrf', formToken(text))
        .field('criterion', 'a')
        .attach('files', pdfOf(MB, seed), `${seed}.pdf`);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, seed) => send(seed)));
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([count(303), count(422)]).toEqual([10, 10]);
    const { items } = (await other.get(`${API}/nominations/${two}/evidence-files`)).body;
    expect(items.reduce((sum: number, { bytes }: { bytes: number }) => sum + bytes, 0)).toBe(10 * MB);
    const named = new Set(items.map(({ sha256 }: { sha256: string }) => sha256));
    expect((await kept()).filter((path) => named.has(path.slice(-64)))).toHaveLength(10);
    const rows = await db.unitOfWork.reader.query('SELECT DISTINCT "sha256" FROM "evidence_file"');
    expect(await kept()).toHaveLength(rows.length);
    await nothingWaits();
    expect(
      (await sendFiles(page, one, [{ name: 'b.pdf', content: pdf('chỗ của đơn vị khác') }])).status,
    ).toBe(303);
  });

  it('leaves nothing of an upload that breaks off', async () => {
    const { sending, start, answer } = await form();
    sending.write(start);
    sending.write(Buffer.alloc(500_000, 'x'));
    await uploadsCame(folder('uploads'), 1);
    sending.destroy();
    expect(await answer).toBe(0);
    await nothingWaits();
  });

  it('leaves nothing of a body that breaks off on the API', async () => {
    const url = `${API}/nominations/${one}/evidence`;
    const { id } = (await unit.post(url).send({ criterion: 'a', title: 'Dở dang' }).expect(201)).body;
    const { token } = await api.app.get(Tokens).makeForUsername('don-vi');
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' };
    const sending = request({ host: '127.0.0.1', port, path: `${url}/${id}/file`, method: 'POST', headers });
    sending.on('error', () => undefined);
    sending.write(pdf());
    sending.write(Buffer.alloc(500_000));
    await uploadsCame(folder('evidence', 'incoming'), 1);
    sending.destroy();
    await nothingWaits();
  });

  it.each([
    ['a list of four thousand million', 'a[4000000000]', 'x', 1],
    ['forty names in each other', `a${'[b]'.repeat(40)}`, 'x', 1],
    ['ten fields of a megabyte', 'a', 'x'.repeat(MB), 10],
    ['a field of two megabytes', 'a', 'x'.repeat(2 * MB), 1],
    ['three thousand fields', 'a', 'x', 3_000],
  ])('is no form with %s', async (_what, name, value, times) => {
    const { sending, start, answer } = await form();
    for (let time = 0; time < times; time += 1)
      sending.write(`--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
    sending.end(`${start}%%EOF\r\n--x--\r\n`);
    expect(await answer).toBe(413);
    await nothingWaits();
  });

  it('is no form that ends in the middle', async () => {
    const { sending, start, answer } = await form();
    sending.end(start);
    expect(await answer).toBe(400);
    await nothingWaits();
  });

  it('is what the rows name: the rest is removed at the start', async () => {
    const before = await kept();
    const orphan = 'ab'.repeat(32);
    await mkdir(folder('evidence', 'ab'), { recursive: true });
    await writeFile(folder('evidence', 'ab', orphan), 'x');
    await writeFile(folder('evidence', 'ab', 'ghi-chu.txt'), 'x');
    for (const name of ['cu', 'moi']) await writeFile(folder('evidence', 'incoming', name), 'x');
    const old = Date.parse(db.clock.now()) / 1000 - 25 * 3_600;
    await utimes(folder('evidence', 'incoming', 'cu'), old, old);
    await api.app.get(FileKeeper).tidy();
    expect(await kept()).toEqual(before);
    expect(await readdir(folder('evidence', 'incoming'))).toEqual(['moi']);
    expect(await readdir(folder('evidence', 'ab'))).toContain('ghi-chu.txt');
  });
});
