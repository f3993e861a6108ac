import type TestAgent from 'supertest/lib/agent';
import { message } from '../../src/platform/messages/message';
import { TestDatabase } from '../support/each-database';
import { API, openWorkedPhase } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';
import { Clamd } from './support/clamd';
import { pdf } from './support/files';
import { UNIT, drafted, errorsOf, sendFiles } from './support/form';
import { uploadsGone } from './support/uploads';

const VIRUS = 'X5O!P%@AP';

describe('a virus scanner', () => {
  const db = new TestDatabase('sqlite');
  let api: TestApp;
  let clamd: Clamd;
  let unit: TestAgent;
  let page: TestAgent;
  let one: string;
  beforeAll(async () => {
    await db.open();
    clamd = await Clamd.open(VIRUS);
    api = await startApp(db, { config: { clamd: clamd.address } });
    await openWorkedPhase(api.agent);
    const who = { username: 'don-vi', name: 'Lê Thị Lan', groups: ['unit' as const], unit: UNIT };
    [unit, page] = [await api.person(who), await api.browser(who)];
    one = await drafted(unit, 'DV-1');
  });
  afterAll(async () => {
    await clamd.close();
    await db.close();
  });

  const total = async () => (await unit.get(`${API}/nominations/${one}/evidence-files`)).body.total;

  it('sees every byte of a file before it is kept', async () => {
    const content = Buffer.concat([pdf(), Buffer.alloc(1_000_000), Buffer.from('%%EOF')]);
    expect((await sendFiles(page, one, [{ name: 'a.pdf', content }])).status).toBe(303);
    expect(clamd.scanned).toEqual([content.length]);
    const { items } = (await unit.get(`${API}/nominations/${one}/evidence-files`)).body;
    expect(items[0].scan).toBe('clean');
  });

  it('keeps an infected file out, and its finding is written down', async () => {
    const files = [
      { name: 'sach.pdf', content: pdf('sạch') },
      { name: 'doc.pdf', content: pdf(VIRUS) },
    ];
    const { status, text } = await sendFiles(page, one, files);
    expect(status).toBe(422);
    expect(errorsOf(text)[0]).toBe('Tệp “doc.pdf” bị máy quét vi-rút chặn (Eicar-Test-Signature).');
    expect(await total()).toBe(1);
    await uploadsGone(db.config.dataDir);
    const events = await db.unitOfWork.reader.query(
      `SELECT * FROM "audit_event" WHERE "action" = 'evidence.infected'`,
    );
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events[0])).toContain('Eicar-Test-Signature');
  });

  it.each(['error', 'hang up', 'gone'] as const)(
    'that does not give a verdict (%s) lets nothing in',
    async (answer) => {
      if (answer === 'gone') await clamd.close();
      else clamd.answering(answer);
      const sent = await sendFiles(page, one, [{ name: 'a.pdf', content: pdf(answer) }]);
      expect(sent.status).toBe(503);
      expect(sent.text).toContain(message('error.scanner-unreachable'));
      expect(await total()).toBe(1);
      await uploadsGone(db.config.dataDir);
    },
  );
});
