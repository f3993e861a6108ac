import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type TestAgent from 'supertest/lib/agent';
import { SECRETS } from '../../src/platform/views/expired-form';
import { CAMPAIGN } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { SENDER, type OfficeWorld, officeWorld, wordsOf } from '../support/office-world';
import { plainText } from '../support/plain-text';
import { PASSWORD, formToken, sendForm } from '../support/start-app';
import { ANOTHER_UNIT, UNIT, begin, clerk, fieldsIn, nominationOf } from '../support/unit-clerk';

const LOGIN = '/dang-nhap';
const TYPED = 'Dòng một "trích" <b>đậm</b>\r\nDòng hai';

describeOnEachDatabase('a form of an earlier log-in', (db) => {
  let world: OfficeWorld;
  let evening: string;
  beforeAll(async () => {
    world = await officeWorld(db);
    evening = db.clock.now();
  });
  afterEach(() => db.clock.set(evening));

  const logIn = (agent: TestAgent, username: string) =>
    sendForm(agent, LOGIN, LOGIN, { username, password: PASSWORD });
  const morningAfter = () => db.clock.set(new Date(Date.parse(evening) + 13 * 3_600_000).toISOString());
  const send = (agent: TestAgent, at: string, fields: object) => agent.post(at).type('form').send(fields);

  /** A draft of a new clerk, and the fields of its form with something typed. */
  async function typing(username: string) {
    const page = await clerk(world.app, username, SENDER, 'Vũ Thị Sáng');
    const id = await begin(page, username.toUpperCase(), {}, SENDER);
    const at = `/de-nghi/${id}/soan`;
    const { text } = await page.page.get(at).expect(200);
    return {
      ...page,
      id,
      at,
      fields: { ...fieldsIn(text), _csrf: formToken(text), 'report.summary': TYPED },
    };
  }

  const summaryOf = async (of: Awaited<ReturnType<typeof typing>>) =>
    (await nominationOf(of, of.id)).nomination['report'];

  it('comes back with all that was typed when the session is over, and is saved after a new log-in', async () => {
    const an = await typing('sang-ra');
    morningAfter();
    const over = await send(an.page, an.at, an.fields);
    expect([over.status, headingOf(over.text)]).toEqual([403, 'Phiên đăng nhập đã hết']);
    expect(over.text).not.toContain('<b>đậm</b>');
    expect(plainText(over.text)).toContain(TYPED);
    expect(over.text).toContain('href="/dang-nhap" target="_blank"');
    const kept = fieldsIn(over.text);
    expect({ ...kept, _csrf: '' }).toEqual({ ...an.fields, _csrf: '' });
    expect(kept['_csrf']).not.toBe(an.fields._csrf);

    await logIn(an.page, 'sang-ra');
    const asked = await send(an.page, an.at, kept);
    expect([asked.status, headingOf(asked.text)]).toEqual([403, 'Chưa gửi được']);
    expect(wordsOf(asked.text)).toContain('Anh/chị đang đăng nhập với tên Vũ Thị Sáng.');
    const saved = await send(an.page, an.at, fieldsIn(asked.text));
    expect([saved.status, saved.headers.location]).toEqual([303, an.at]);
    expect(await summaryOf(an)).toMatchObject({ summary: TYPED.replace('\r\n', '\n') });
  });

  it('meets every check of its address once more, whoever is logged in now', async () => {
    const an = await typing('sang-mai');
    await clerk(world.app, 'nguoi-khac', ANOTHER_UNIT);
    await logIn(an.page, 'nguoi-khac');
    const asked = await send(an.page, an.at, an.fields).expect(403);
    expect((await send(an.page, an.at, fieldsIn(asked.text))).status).toBe(404);
  });

  it('that a script sends is answered by what to do, in one sentence', async () => {
    const an = await typing('tu-luu');
    const bySelf = () => send(an.page.set('HX-Request', 'true'), `${an.at}/tu-luu`, an.fields);
    morningAfter();
    const over = await bySelf();
    expect([over.status, over.text.trim()]).toEqual([
      403,
      'Phiên đăng nhập đã hết. Hãy đăng nhập lại ở thẻ khác rồi bấm Lưu.',
    ]);
    await logIn(an.page, 'tu-luu');
    const earlier = await bySelf();
    expect([earlier.status, earlier.text.trim()]).toEqual([
      403,
      'Trang này mở từ lần đăng nhập trước. Hãy bấm Lưu để giữ nội dung.',
    ]);
  });

  it('keeps every value of a list, and none of a file', async () => {
    const office = await world.app.browser({ username: 'van-phong-2', groups: ['office'] });
    const chosen = Array.from({ length: 150 }, (_, at) => `de-nghi-${at}`);
    const list = await office.post('/van-phong/hang-loat').type('form').send({ chon: chosen, reason: '' });
    expect([...list.text.matchAll(/name="chon" value="([^"]+)"/g)].map(([, id]) => id)).toEqual(chosen);
    const at = `/don-vi/nhap-excel/${CAMPAIGN}/GD1`;
    const workbook = () => office.post(at).field('_csrf', 'cũ').attach('tep', Buffer.from('x'), 'a.xlsx');
    const old = await workbook();
    expect([old.status, headingOf(old.text)]).toEqual([403, 'Chưa gửi được']);
    morningAfter();
    const over = await workbook();
    expect([over.status, headingOf(over.text)]).toEqual([403, 'Phiên đăng nhập đã hết']);
    for (const { text } of [old, over]) expect(text).toContain('Tệp đã chọn không giữ lại được');
    for (const { text } of [old, over]) expect(text).not.toContain('Gửi lại');
  });

  it('is not given back where another site may have sent it', async () => {
    const { fields, at, page } = await typing('la-mat');
    const foreign = [
      await send(world.app.stranger, at, fields),
      await send(page.set('Sec-Fetch-Site', 'cross-site'), at, { ...fields, _csrf: '' }),
    ];
    for (const { status, text } of foreign) {
      expect([status, headingOf(text)]).toEqual([403, 'Chưa gửi được']);
      expect(text).not.toMatch(/Dòng một|report\.summary|Gửi lại/);
    }
  });

  it('is not given back where it holds a password', async () => {
    const { page } = await clerk(world.app, 'mat-khau', UNIT);
    const { text: form } = await page.get(LOGIN);
    const answer = await send(page, LOGIN, { username: 'mat-khau', password: 'Bí mật của tôi', _csrf: 'cũ' });
    expect([formToken(form) !== '', answer.status]).toEqual([true, 403]);
    expect(answer.text).not.toMatch(/Bí mật|name="username"|Gửi lại/);
    expect(passwordFields()).toEqual([...SECRETS].toSorted());
  });
});

function headingOf(html: string): string {
  return plainText(/<h1>([^<]*)/.exec(html)?.[1] ?? '');
}

/** The names of all fields of templates that take a password. */
function passwordFields(): string[] {
  const folder = join(__dirname, '../../templates');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.hbs'),
  );
  const tags = files.flatMap(
    (name) => readFileSync(join(folder, name), 'utf8').match(/[^\n]*type="password"[^\n]*/g) ?? [],
  );
  return [...new Set(tags.map((tag) => / name="([^"{]+)"/.exec(tag)?.[1] ?? tag))].toSorted();
}
