import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layOutWork } from '../../src/cli/demo-work';
import { SYSTEM } from '../../src/domain/access';
import { DemoAccounts } from '../../src/features/accounts/demo-accounts';
import { CampaignService } from '../../src/features/campaigns/campaign.service';
import { ImportService } from '../../src/features/nominations/import.service';
import { CAMPAIGN } from '../support/cases';
import { TestDatabase } from '../support/each-database';
import { API } from '../support/opened-phase';
import { textOf } from '../support/text-of';
import { type TestApp, sendForm, startApp } from '../support/start-app';
import { type SessionBody, SESSIONS, sessionOf } from '../council/support';

const seed = (path: string) => readFileSync(join(__dirname, '../../seeds', path));

describe('the work on the desks of the demo world', () => {
  const db = new TestDatabase('sqlite');
  let app: TestApp;
  let session: SessionBody;
  beforeAll(async () => {
    await db.open();
    app = await startApp(db, { withNobody: true });
    await app.app.get(CampaignService).create(SYSTEM, seed(`campaigns/${CAMPAIGN}.yaml`).toString());
    const bytes = seed(`demo/${CAMPAIGN}.yaml`);
    await app.app.get(ImportService).import(SYSTEM, CAMPAIGN, 'GD1', { bytes });
    await app.app.get(DemoAccounts).make();
    await layOutWork(app.app);
    const { body } = await (await as('thuky')).get(SESSIONS).expect(200);
    session = await sessionOf(await as('thuky'), (body as { items: { id: string }[] }).items[0]?.id ?? '');
  });
  afterAll(() => db.close());

  const as = (username: string) => app.person({ username, groups: [] });

  it('is a session with its agenda, in which whoever is nominated or heads a nominated unit does not vote', () => {
    expect(session.seats.map(({ role }) => role)).toEqual([
      'chair',
      'member',
      'member',
      'member',
      'member',
      'secretary',
    ]);
    expect(session.items.map(({ award, recused }) => [award, recused.length])).toEqual([
      ['BK', 1],
      ['GK', 1],
      ['BK', 0],
      ['GK', 0],
      ['BK', 1],
      ['GK', 1],
    ]);
  });

  it('is a draft that its unit alone sees', async () => {
    const drafts = async (username: string) => {
      const at = `${API}/campaigns/${CAMPAIGN}/phases/GD2/nominations?state=draft`;
      const { body } = await (await as(username)).get(at).expect(200);
      return (body as { items: { code: string }[] }).items.map(({ code }) => code);
    };
    expect([await drafts('donvi1'), await drafts('donvi2'), await drafts('vanphong')]).toEqual([
      ['PQLKH.01'],
      [],
      [],
    ]);
  });

  it('can be carried to its end: the roll, the vote and the count', async () => {
    const at = `${SESSIONS}/${session.id}`;
    const secretary = await as('thuky');
    const marks = session.seats.map(({ id }) => ({ seat: id, attendance: 'present' }));
    await secretary
      .put(`${at}/attendance`)
      .set('If-Match', `"v${session.version}"`)
      .send({ marks })
      .expect(200);
    await secretary.post(`${at}/opening`).expect(201);
    const items = session.items.map(({ id }) => id);
    await secretary.post(`${at}/poll-openings`).send({ items }).expect(201);
    const nominee = { username: 'hoidong5', password: 'minh-hoa-2026' };
    await sendForm(app.stranger, '/dang-nhap', '/dang-nhap', nominee);
    expect(textOf((await app.stranger.get(`/hoi-dong/${session.id}/phieu`).expect(200)).text)).toMatch(
      /Anh\/chị không bỏ phiếu 2 nội dung , vì là người được đề nghị .* 5\. Bùi Xuân Ẩn: Bằng khen/,
    );
    for (const number of [1, 2, 3, 4, 5]) {
      const member = await as(`hoidong${number}`);
      const mine = (await sessionOf(member, session.id)).items.filter(({ mine: open }) => open);
      const votes = mine.map(({ id }) => ({ item: id, marks: ['yes'] }));
      await member.post(`${at}/ballots`).send({ votes }).expect(201);
    }
    await secretary.post(`${at}/poll-closings`).send({ items }).expect(201);
    const { items: closed } = await sessionOf(secretary, session.id);
    expect(closed.map(({ result }) => result?.tally.yes)).toEqual([4, 4, 5, 5, 4, 4]);
  });
});
