import type TestAgent from 'supertest/lib/agent';
import { pdf } from '../evidence/support/files';
import { sendFiles } from '../evidence/support/form';
import { caseText, nominationsOf } from '../support/cases';
import { TestDatabase } from '../support/each-database';
import { API, PHASE, propose } from '../support/opened-phase';
import { type TestApp, sendForm, startApp } from '../support/start-app';

const UNITS = ['Phòng A', 'Phòng B', 'Phòng C'] as const;
const LINE = '{ subject: collective, min: 1, max: 2';
const BYTES = 1.8 * 1024 * 1024;

describe('before two units become one', () => {
  const db = new TestDatabase('sqlite');
  let api: TestApp;
  let page: TestAgent;
  beforeAll(async () => {
    await db.open();
    api = await startApp(db);
    const definition = caseText('hung-yen', 'campaign.yaml').replace(
      LINE,
      '{ subject: collective, min: 1, max: 5, perUnitMax: 1',
    );
    await api.agent.post(`${API}/campaigns`).send({ definition }).expect(201);
    const { nominations, ...head } = nominationsOf('hung-yen');
    const collective = UNITS.map((unit, at) => ({ ...nominations[0], code: `TT-${at + 1}`, unit }));
    await api.agent
      .post(`${PHASE}/imports`)
      .send({ ...head, nominations: collective })
      .expect(201);
    page = await api.browser({ username: 'quan-tri', groups: ['administrator'] });
  });
  afterAll(() => db.close());

  const unitId = async (name: string) => {
    const { body } = await api.agent.get(`${API}/units`).query({ q: name }).expect(200);
    return (body as { items: { id: string }[] }).items[0]?.id ?? '';
  };
  const warnings = async (from: string, into: string) => {
    const at = `/quan-tri/don-vi/${await unitId(from)}`;
    const sent = { into: await unitId(into), reason: 'Sắp xếp tổ chức' };
    const { text } = await sendForm(page, at, `${at}/gop`, sent);
    expect(text).toContain('Kiểm tra lại trước khi gộp');
    return [...text.matchAll(/<div class="notice notice-warn">\s*<p>([^<]+)<\/p>/g)].map(([, warning]) =>
      String(warning).replace(/^.*? – /, ''),
    );
  };
  const decide = async (proposal: string, nomination: string) => {
    const choice = { proposal, nomination, award: 'BK', reason: 'Theo biên bản' };
    await api.agent.post(`${PHASE}/decisions`).send(choice).expect(201);
  };
  const upload = async (unit: string, code: string) => {
    const who = { username: `nguoi-${code.toLowerCase()}`, groups: ['unit' as const], unit };
    const [clerk, form] = [await api.person(who), await api.browser(who)];
    const made = { code, subject: 'collective', name: `Tổ ${code}`, unit };
    const { body } = await clerk.post(`${PHASE}/nominations`).send(made).expect(201);
    const files = [1, 2, 3].map((at) => ({ name: `chung-${at}.pdf`, content: large(`${code} ${at}`) }));
    await sendFiles(form, (body as { id: string }).id, files);
  };

  /** The second leader confirms what stands, the deciding ends, and the results are made known. */
  const publish = async () => {
    const second = await api.person({ username: 'pho-giam-doc', groups: ['leadership'] });
    const { body } = await api.agent.get(`${PHASE}/decisions`).expect(200);
    for (const { id } of (body as { items: { id: string }[] }).items)
      await second.post(`${PHASE}/decisions/${id}/confirmation`).expect(201);
    for (const act of ['conclusion', 'publication']) await api.agent.post(`${PHASE}/${act}`).expect(201);
  };

  it('tells of no cap while none is passed', async () => {
    expect(await warnings('Phòng A', 'Phòng B')).toEqual([]);
  });

  it('tells nothing of places before the results are published: that somebody has one is not for everybody', async () => {
    const proposal = await propose(api.agent);
    await decide(proposal, 'TT-1');
    await decide(proposal, 'TT-2');
    expect(await warnings('Phòng A', 'Phòng B')).toEqual([]);
  });

  it('tells that their files take more room than one unit has', async () => {
    await upload('Phòng A', 'A-1');
    await upload('Phòng C', 'C-1');
    expect(await warnings('Phòng A', 'Phòng C')).toEqual([
      expect.stringMatching(/^[^:]+: tệp minh chứng của hai đơn vị cộng lại quá 10 MB/),
    ]);
  });

  it('tells then that they hold more places than a plan allows one unit', async () => {
    await publish();
    expect(await warnings('Phòng A', 'Phòng B')).toEqual([
      expect.stringMatching(/^[^:]+: sau khi gộp, đơn vị có quá 1 suất Bằng khen/),
    ]);
  });
});

/** A PDF of nearly two megabytes, three of which are more than half of what a unit has. */
function large(words: string): Buffer {
  const content = Buffer.alloc(Math.floor(BYTES), ' ');
  pdf(words).copy(content);
  content.write('%%EOF', content.length - 5);
  return content;
}
