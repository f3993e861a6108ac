import { SYSTEM } from '../../src/domain/access';
import { PersonService } from '../../src/features/accounts/person.service';
import { MailWorker } from '../../src/features/notices/mail.worker';
import { notify } from '../../src/features/notices/notify';
import { TestDatabase, describeOnEachDatabase } from '../support/each-database';
import { type TestApp, startApp } from '../support/start-app';
import { type Mood, Smtp, textOf } from './support/smtp';

const FIRST = '2026-03-02T01:30:00.000Z';
const MINUTE = 60_000;

describeOnEachDatabase('e-mails', (db) => {
  let smtp: Smtp;
  let here: TestApp;
  let there: TestApp;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    smtp = await Smtp.open();
    const config = { smtpUrl: smtp.url, publicUrl: 'https://td.so.example' };
    [here, there] = [await startApp(db, { config }), await startApp(db, { config })];
    for (const name of ['lan', 'minh', 'khong-thu']) ids[name] = await person(name);
  });
  afterAll(() => smtp.close());
  beforeEach(async () => {
    smtp.mood = 'takes';
    smtp.letters.length = 0;
    db.clock.set(FIRST);
    await db.unitOfWork.run(SYSTEM, ({ manager }) => manager.query('DELETE FROM "mail"'));
  });

  async function person(username: string): Promise<string> {
    const email = username === 'khong-thu' ? undefined : `${username}@so.example`;
    const wanted = { username, name: `Trần Thị ${username}`, groups: ['council' as const], email };
    return (await here.app.get(PersonService).add(SYSTEM, wanted)).person.id;
  }

  const tell = (names: string[], code = 'A-1') =>
    db.unitOfWork.run(SYSTEM, (tx) =>
      notify(
        tx,
        { persons: names.map((name) => ids[name] ?? '') },
        { code: 'accepted', params: { code, name: 'Phòng Đào tạo' }, href: '/de-nghi/1', at: db.clock.now() },
      ),
    );
  const later = (minutes: number) =>
    db.clock.set(new Date(Date.parse(db.clock.now()) + minutes * MINUTE).toISOString());
  const round = ({ app }: TestApp = here) => app.get(MailWorker).round();
  const rows = () =>
    db.unitOfWork.reader.query(
      'SELECT "attempts", "nextAt", "sentAt", "failedAt", "error" FROM "mail" ORDER BY "createdAt", "id"',
    );

  it('go out with subject, text and the address of the page', async () => {
    await tell(['lan']);
    expect(await round()).toBe(0);
    later(1);
    expect(await round()).toBe(1);
    const [letter] = smtp.letters;
    expect(letter?.to).toBe('lan@so.example');
    expect(letter?.raw).toContain('From: thidua@so.example');
    expect(textOf(letter!)).toContain(
      'Văn phòng đã tiếp nhận hồ sơ A-1 – Phòng Đào tạo.\r\nhttps://td.so.example/de-nghi/1',
    );
    later(60);
    expect([await round(), smtp.letters.length]).toEqual([0, 1]);
  });

  it('go to whoever has an address and an open account', async () => {
    await tell(['lan', 'minh', 'khong-thu']);
    const [left] = await db.unitOfWork.reader.query(
      `SELECT COUNT(*) AS "n" FROM "notice" WHERE "personId" = '${ids['khong-thu']}'`,
    );
    expect(Number(left.n)).toBe(1);
    later(1);
    expect(await round()).toBe(2);
    expect(smtp.letters.map(({ to }) => to).toSorted()).toEqual(['lan@so.example', 'minh@so.example']);
  });

  it('that come in quick succession go out as one', async () => {
    for (const code of ['A-1', 'A-2', 'A-3']) await tell(['lan'], code);
    later(1);
    expect([await round(), smtp.letters.length]).toEqual([1, 1]);
    const text = textOf(smtp.letters[0]!);
    expect(['A-1', 'A-2', 'A-3'].filter((code) => text.includes(code))).toEqual(['A-1', 'A-2', 'A-3']);
  });

  it('are not there of a change that failed', async () => {
    const failing = db.unitOfWork.run(SYSTEM, async (tx) => {
      const notice = { code: 'accepted', params: {}, href: '/', at: db.clock.now() };
      await notify(tx, { persons: [ids.lan ?? ''] }, notice);
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    expect(await rows()).toEqual([]);
  });

  it('carry no second header, whatever the names hold', async () => {
    await tell(['lan'], 'A-1\r\nBcc: ai-do@noi-khac.example');
    later(1);
    await round();
    const [head = ''] = (smtp.letters[0]?.raw ?? '').split('\r\n\r\n');
    expect(head).not.toMatch(/^Bcc:/im);
  });

  it('wait while the server is down, longer each time, and go out once it is up', async () => {
    const { port } = smtp;
    await tell(['lan']);
    await smtp.close();
    const waited: number[] = [];
    for (let minutes = 1, time = 0; time < 4; time += 1) {
      later(minutes);
      expect(await round()).toBe(0);
      const [row] = await rows();
      waited.push((Date.parse(row.nextAt) - Date.parse(db.clock.now())) / MINUTE);
      minutes = waited.at(-1) ?? 0;
    }
    expect(waited).toEqual([1, 2, 4, 8]);
    smtp = await Smtp.open(port);
    later(8);
    expect([await round(), smtp.letters.length]).toEqual([1, 1]);
    expect(await rows()).toEqual([
      { attempts: 5, nextAt: null, sentAt: db.clock.now(), failedAt: null, error: null },
    ]);
  });

  it('are given up after ten tries, and when they are no news any more', async () => {
    smtp.mood = 'busy';
    await tell(['lan']);
    for (let minutes = 1, time = 0; time < 12; time += 1, minutes *= 2) {
      later(minutes);
      await round();
    }
    expect(await rows()).toMatchObject([{ attempts: 10, nextAt: null, sentAt: null }]);
    await db.unitOfWork.run(SYSTEM, ({ manager }) => manager.query('DELETE FROM "mail"'));
    smtp.mood = 'takes';
    await tell(['lan']);
    later(3 * 24 * 60);
    expect([await round(), smtp.letters.length]).toEqual([0, 0]);
    expect(await rows()).toMatchObject([{ nextAt: null, sentAt: null, error: 'too-old' }]);
  });

  it.each<[Mood, string]>([
    ['refuses', 'EENVELOPE 550'],
    ['hangs up', 'ECONNECTION'],
  ])('are not sent again to a server that %s', async (mood, error) => {
    smtp.mood = mood;
    await tell(['lan']);
    later(1);
    expect(await round()).toBe(0);
    const taken = smtp.letters.length;
    smtp.mood = 'takes';
    later(600);
    expect([await round(), smtp.letters.length]).toEqual([0, taken]);
    expect(await rows()).toMatchObject([{ attempts: 1, nextAt: null, sentAt: null, error }]);
  });

  it('that a process had in hand when it died are not sent again', async () => {
    await tell(['lan']);
    later(1);
    await db.unitOfWork.run(SYSTEM, ({ manager }) =>
      manager.query(`UPDATE "mail" SET "claimedAt" = '${db.clock.now()}', "nextAt" = NULL, "attempts" = 1`),
    );
    later(5);
    expect([await round(), (await rows())[0].failedAt]).toEqual([0, null]);
    later(10);
    expect([await round(), smtp.letters.length]).toEqual([0, 0]);
    expect(await rows()).toMatchObject([{ sentAt: null, error: 'fate-unknown' }]);
  });

  it('go out once, however many processes send', async () => {
    for (let at = 0; at < 8; at += 1) await tell(['lan', 'minh'], `B-${at}`);
    later(1);
    const sent = await Promise.all([round(here), round(there), round(here), round(there)]);
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(smtp.letters.map(({ to }) => to).toSorted()).toEqual(['lan@so.example', 'minh@so.example']);
  });

  it('outlive a restart in the middle', async () => {
    await tell(['lan']);
    later(1);
    smtp.mood = 'busy';
    await round(here);
    const next = await startApp(db, { config: { smtpUrl: smtp.url } });
    smtp.mood = 'takes';
    later(1);
    expect([await round(next), smtp.letters.length]).toEqual([1, 1]);
    expect([await round(here), smtp.letters.length]).toEqual([0, 1]);
  });
});

describe('without a mail server', () => {
  const db = new TestDatabase('sqlite');
  beforeAll(() => db.open());
  afterAll(() => db.close());

  it('nothing is sent, and the notice is there', async () => {
    const api = await startApp(db);
    const wanted = { username: 'lan', name: 'Lan', groups: ['office' as const], email: 'lan@so.example' };
    const { person } = await api.app.get(PersonService).add(SYSTEM, wanted);
    const notice = { code: 'accepted', params: { code: 'A', name: 'B' }, href: '/', at: db.clock.now() };
    await db.unitOfWork.run(SYSTEM, (tx) => notify(tx, { persons: [person.id] }, notice));
    db.clock.set('2026-03-02T02:30:00.000Z');
    expect(await api.app.get(MailWorker).round()).toBe(0);
    const [row] = await db.unitOfWork.reader.query('SELECT * FROM "mail"');
    expect(row).toMatchObject({ attempts: 0, sentAt: null });
  });
});
