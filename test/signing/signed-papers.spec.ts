import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CAMPAIGN, nominationsOf, reasonsFor } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { PHASE, importWorkedCase } from '../support/opened-phase';
import { type TestApp, formToken, startApp } from '../support/start-app';
import { rowsOf, sheetAt } from '../support/sheet-of';
import { rsaKey } from './support/keys';
import { blank, changed } from './support/odd-papers';
import { paper, signed } from './support/paper';

const PAGE = `/van-phong/ban-ky/${CAMPAIGN}/GD1/submission/BK`;
const FILE = `${PHASE}/papers/submission/BK/signed-file`;
const KEY = rsaKey({ name: 'Trần Tùng Chuẩn', organisation: 'Sở Khoa học và Công nghệ' });

describeOnEachDatabase('the signed file of a paper', (db) => {
  let api: TestApp;
  let ids: Map<string, string>;
  let file: Buffer;
  let second: Buffer;
  let scan: Buffer;
  beforeAll(async () => {
    api = await startApp(db, { config: { maxUploadMb: 2 } });
    ids = await importWorkedCase(api.agent);
    file = await signed(await paper(), KEY);
    second = await signed(await paper('To trinh sua lai'), KEY);
    scan = await blank();
  });

  const send = (url: string, body: Buffer) =>
    api.agent.post(url).set('Content-Type', 'application/octet-stream').send(body);
  const list = async (subject = 'BK') =>
    (await api.agent.get(`${PHASE}/papers/submission/${subject}/signed-files`).expect(200)).body as {
      items: { form: string; ordinal: number; reason: string | null; sha256: string }[];
    };

  it('is kept byte for byte, with who signed, and given back as a file to be kept', async () => {
    const { body } = await send(`${FILE}?name=to-trinh.pdf`, file).expect(201);
    expect(body).toMatchObject({
      kind: 'submission',
      subject: 'BK',
      ordinal: 1,
      form: 'digital',
      name: 'to-trinh.pdf',
    });
    expect(body.signatures).toMatchObject([{ signer: 'Trần Tùng Chuẩn', flaw: null, after: 'nothing' }]);
    const answer = await api.agent.get(FILE).buffer(true).expect(200);
    expect((answer.body as Buffer).equals(file)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename=to-trinh.pdf',
      'x-content-type-options': 'nosniff',
    });
    const path = join(db.config.dataDir, 'signed', String(body.sha256).slice(0, 2), String(body.sha256));
    expect((await readFile(path)).equals(file)).toBe(true);
  });

  it('is replaced with a reason only, and the one before it stays', async () => {
    expect((await send(FILE, second)).body).toMatchObject({ code: 'signed-paper-reason-missing' });
    expect((await send(`${FILE}?reason=x`, file)).body).toMatchObject({ code: 'signed-paper-same' });
    const long = (await send(`${FILE}?reason=${'x'.repeat(501)}`, second)).body;
    expect(long).toMatchObject({
      code: 'reason-too-long',
      detail: 'Lý do dài quá 500 ký tự; hãy ghi ngắn lại.',
    });
    await send(`${FILE}?reason=${encodeURIComponent('Sai ngày ký')}`, second).expect(201);
    expect((await list()).items.map(({ ordinal, reason }) => [ordinal, reason])).toEqual([
      [2, 'Sai ngày ký'],
      [1, null],
    ]);
    const [event] = await db.unitOfWork.reader.query(
      `SELECT "action" FROM "audit_event" WHERE "action" = 'signed-paper.replace'`,
    );
    expect(event).toEqual({ action: 'signed-paper.replace' });
  });

  it('goes to Excel with every file that was sent, the one that counts first', async () => {
    const office = await api.browser({ username: 'van-thu', groups: ['office'] });
    expect((await office.get(PAGE)).text).toContain(`href="${PAGE}?dang&#x3D;xlsx"`);
    const rows = rowsOf(await sheetAt(office, `${PAGE}?dang=xlsx`));
    expect(rows.map((row) => [row['Người ký số'], row['Lý do']])).toEqual([
      ['Trần Tùng Chuẩn', 'Sai ngày ký'],
      ['Trần Tùng Chuẩn', ''],
    ]);
  });

  it.each([
    ['no PDF', () => Buffer.from('không phải PDF'), 'input-refused', ''],
    ['nothing at all', () => Buffer.alloc(0), 'input-refused', ''],
    [
      'a program under the name of a PDF',
      () => Buffer.from('MZ\u0090\u0000'.repeat(50)),
      'input-refused',
      '?name=a.pdf',
    ],
    [
      'too much',
      () => Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(3 * 1024 * 1024)]),
      'file-too-large',
      '',
    ],
    ['a copy that nobody has signed', () => paper(), 'signed-paper-unsigned', '?scan=1'],
    ['a scan that is not said to be one', () => scan, 'signed-paper-no-signature', ''],
    ['a file that was changed after it was signed', () => changed(file), 'signed-paper-broken', '?scan=1'],
  ])('is not %s, and nothing of it is left', async (_what, make, code, query) => {
    const before = await keptFiles(db.config.dataDir);
    const { body } = await send(`${PHASE}/papers/submission/GK/signed-file${query}`, await make());
    expect(body).toMatchObject({ code });
    expect((await list('GK')).items).toEqual([]);
    expect(await keptFiles(db.config.dataDir)).toEqual(before);
  });

  it('may be a scan, which is marked as one', async () => {
    const { body } = await send(`${PHASE}/papers/submission/GK/signed-file?scan=1`, scan).expect(201);
    expect(body).toMatchObject({ form: 'scan', signatures: [] });
  });

  it('of a paper that is not there is not found', async () => {
    for (const path of ['submission/ZZ', 'letter/BK', 'minutes/99', 'score-sheet/none']) {
      const { body } = await send(`${PHASE}/papers/${path}/signed-file`, file);
      expect([path, body.code]).toEqual([path, 'paper-not-found']);
    }
  });

  it('is sent by the office, read by the leadership, and hidden from the others', async () => {
    const leader = await api.person({ username: 'lanh-dao', groups: ['leadership'] });
    expect((await leader.get(FILE)).status).toBe(200);
    expect((await leader.post(FILE).set('Content-Type', 'application/octet-stream').send(file)).status).toBe(
      403,
    );
    const unit = await api.person({ username: 'don-vi', groups: ['unit'], unit: 'Đơn vị A' });
    expect((await unit.get(FILE)).status).toBe(403);
  });

  it('is sent from a page that tells who signed', async () => {
    const office = await api.browser({ username: 'van-phong', groups: ['office'] });
    const page = PAGE.replace('submission', 'nominee-list');
    const { text } = await office.get(page).expect(200);
    expect(text).toContain('Chưa có bản đã ký');
    const upload = (body: Buffer) =>
      office.post(page).field('_csrf', formToken(text)).attach('file', body, 'danh-sach.pdf');
    const refused = await upload(changed(file));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Văn bản đã bị sửa sau khi ký');
    const kept = await upload(file);
    expect([kept.status, kept.headers.location]).toEqual([303, page]);
    const shown = (await office.get(page).expect(200)).text;
    expect(shown).toContain('Người ký: Trần Tùng Chuẩn, Sở Khoa học và Công nghệ.');
    expect(shown).toContain('Còn nguyên vẹn: văn bản không bị sửa sau khi ký.');
    expect(shown).toContain('Chưa kiểm tra thu hồi chứng thư số');
    const [, href = ''] = /href="([^"]+\/tep\/[^"]+)"/.exec(shown) ?? [];
    const { body } = await office.get(href).buffer(true).expect(200);
    expect((body as Buffer).equals(file)).toBe(true);
  });

  it.each([
    'submission/BK',
    'nominee-list/BK',
    'achievement-report/TT-01',
    'score-sheet/TT-01',
    'certificate/GK',
    'review-report/GD1',
  ])('begins as a copy with empty fields: %s', async (name) => {
    const { body } = await api.agent
      .get(`${PHASE}/papers/${name}/signing-copy`)
      .buffer(true)
      .expect(200)
      .expect('Content-Type', 'application/pdf');
    expect((body as Buffer).toString('latin1')).toContain('/FT /Sig');
  });

  it('of a notice begins as a copy with empty fields too', async () => {
    const { body } = await api.agent.get('/api/v1/units?q=Thanh').expect(200);
    const [unit] = (body as { items: { id: string }[] }).items;
    const copy = await api.agent
      .get(`${PHASE}/papers/notice/${unit?.id}/signing-copy`)
      .buffer(true)
      .expect(200);
    expect((copy.body as Buffer).toString('latin1')).toContain('/FT /Sig');
  });

  it('is said to be older than the data when these change what it says, and only then', async () => {
    const office = await api.browser({ username: 'van-thu', groups: ['office'] });
    const warned = async (kind: string, subject: string) => {
      const { text } = await office.get(`/van-phong/ban-ky/${CAMPAIGN}/GD1/${kind}/${subject}`).expect(200);
      return /Bản đã ký có trước lần thay đổi số liệu lúc [^;]+; cần ký lại\./.exec(text)?.[0];
    };
    const sheet = `${PHASE}/papers/score-sheet`;
    await send(`${sheet}/TT-01/signed-file`, file).expect(201);
    await send(`${sheet}/CN-01/signed-file`, file).expect(201);
    await send(`${PHASE}/papers/achievement-report/TT-01/signed-file`, file).expect(201);
    const issue = { number: '9', day: '2026-05-12', signer: 'Trần Tùng Chuẩn' };
    await api.agent.put(`${sheet}/TT-01`).set('If-Match', '"v0"').send(issue).expect(200);
    expect(await warned('score-sheet', 'TT-01')).toBeUndefined();
    const [model] = nominationsOf('hung-yen').nominations;
    const entries = { ...model?.scores.appraisal, a: 18 };
    const reasons = reasonsFor({ self: {}, appraisal: entries });
    const one = `/api/v1/nominations/${ids.get('TT-01')}`;
    const { headers } = await api.agent.get(one).expect(200);
    await api.agent
      .put(`${one}/scores/appraisal`)
      .set('If-Match', String(headers.etag))
      .send({ entries, reasons })
      .expect(200);
    expect(await warned('score-sheet', 'TT-01')).toMatch(/lúc \d{2}:\d{2}/);
    expect(await warned('score-sheet', 'CN-01')).toBeUndefined();
    expect(await warned('achievement-report', 'TT-01')).toBeUndefined();
  });
});

async function keptFiles(dataDir: string): Promise<string[]> {
  return (await readdir(join(dataDir, 'signed'), { recursive: true })).toSorted();
}
