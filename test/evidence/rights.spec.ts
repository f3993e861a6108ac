import type TestAgent from 'supertest/lib/agent';
import type { Actor, Group } from '../../src/domain/access';
import { duplicateFiles } from '../../src/features/evidence/duplicate-file.queries';
import { CAMPAIGN, nominationsOf } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { API, openWorkedPhase } from '../support/opened-phase';
import { type TestApp, sendForm, startApp } from '../support/start-app';
import { pdf } from './support/files';
import { UNIT, drafted, sendFiles } from './support/form';

const OTHER = 'Phòng Thông tin';
const NOBODYS = '00000000-0000-4000-8000-000000000000';

/** What may differ between two refusals of the same kind. */
const plain = (text: string, id: string) =>
  text.replaceAll(id, 'ID').replace(/name="_csrf" value="[^"]+"/g, 'CSRF');

describeOnEachDatabase('the files of a unit', (db) => {
  let api: TestApp;
  let unit: TestAgent;
  let page: TestAgent;
  let one: string;
  let file: { id: string; evidence: string };
  const group: Partial<Record<Group, TestAgent>> = {};
  beforeAll(async () => {
    api = await startApp(db);
    await openWorkedPhase(api.agent);
    const who = { username: 'don-vi', name: 'Lê Thị Lan', groups: ['unit' as const], unit: UNIT };
    [unit, page] = [await api.person(who), await api.browser(who)];
    for (const each of ['office', 'council', 'leadership', 'administrator'] as const)
      group[each] = await api.browser({ username: `nhom-${each}`, groups: [each] });
    group.unit = await api.browser({ username: 'don-vi-khac', groups: ['unit'], unit: OTHER });
    one = await drafted(unit, 'DV-1');
    await sendFiles(page, one, [{ name: 'a.pdf', content: pdf('dùng chung') }]);
    file = (await unit.get(`${API}/nominations/${one}/evidence-files`)).body.items[0];
  });

  const step = (name: string, body: object = {}) =>
    (name === 'submission' ? unit : api.agent)
      .post(`${API}/nominations/${one}/${name}`)
      .send(body)
      .expect(201);
  const statuses = async (path: string) =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(group).map(async ([name, agent]) => [name, (await agent.get(path)).status]),
      ),
    );

  it('are nobody else’s while it is writing', async () => {
    const nobodys = { unit: 404, office: 404, council: 404, leadership: 404, administrator: 403 };
    expect(await statuses(`/minh-chung/${file.id}`)).toEqual(nobodys);
    expect(await statuses(`/de-nghi/${one}/minh-chung`)).toEqual(nobodys);
  });

  it('are told to others as files that never were', async () => {
    const answer = async (id: string) => plain((await group.unit!.get(`/minh-chung/${id}`)).text, id);
    expect(await answer(file.id)).toBe(await answer(NOBODYS));
    const raw = async (id: string) => {
      const { text } = await api.agent.get(`${API}/nominations/${id}/evidence/${file.evidence}/file`);
      return plain(text, id);
    };
    expect(await raw(one)).toBe(await raw(NOBODYS));
  });

  it('are not to be added to by another unit, nor by the office', async () => {
    const sent = [{ name: 'b.pdf', content: pdf() }];
    for (const name of ['unit', 'office'] as const) {
      const agent = group[name]!;
      const { text } = await agent.get('/tai-khoan/mat-khau');
      const csrf = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
      const sending = agent.post(`/de-nghi/${one}/minh-chung`).field('_csrf', csrf).field('criterion', 'a');
      expect((await sending.attach('files', sent[0]!.content, 'b.pdf')).status).toBe(404);
    }
    const gone = await sendForm(group.unit!, '/', `/de-nghi/${one}/minh-chung/${file.evidence}/bo`, {});
    expect(gone.status).toBe(404);
  });

  it('are the office’s and the leadership’s to read once they are sent, and to nobody to change', async () => {
    await step('submission');
    const sent = { unit: 404, office: 200, council: 404, leadership: 200, administrator: 403 };
    expect(await statuses(`/minh-chung/${file.id}`)).toEqual(sent);
    const { text } = await group.office!.get(`/de-nghi/${one}/minh-chung`).expect(200);
    expect([text.includes('a.pdf'), text.includes('type="file"'), text.includes('/bo"')]).toEqual([
      true,
      false,
      false,
    ]);
    expect((await sendFiles(page, one, [{ name: 'b.pdf', content: pdf('muộn') }])).status).toBe(409);
    const list = `/de-nghi/${one}/minh-chung`;
    for (const agent of [page, group.office!])
      expect((await sendForm(agent, list, `${list}/${file.evidence}/bo`, {})).status).toBe(409);
  });

  it('in two nominations are shown to the office, and to no unit', async () => {
    const who = { username: 'don-vi-khac', groups: ['unit' as const], unit: OTHER };
    const [other, browser] = [await api.person(who), await api.browser(who)];
    const two = await drafted(other, 'TT-98', OTHER);
    await sendFiles(browser, two, [{ name: 'ten-khac.pdf', content: pdf('dùng chung') }]);
    const [phase] = await db.unitOfWork.reader.query('SELECT "id" FROM "phase"');
    const as = (groups: Group[]): Actor => ({
      id: 'x',
      kind: 'person',
      name: 'x',
      groups,
      unitId: null,
      headsUnit: false,
    });
    const found = (groups: Group[]) =>
      duplicateFiles(db.unitOfWork.reader, as(groups), phase.id, { skip: 0, take: 50 });
    expect(await found(['office'])).toEqual([[], 0]);
    await other.post(`${API}/nominations/${two}/submission`).expect(201);
    const [groups, total] = await found(['office']);
    expect(total).toBe(1);
    expect(groups[0]?.map(({ code, unit: of, file: name }) => [code, of, name])).toEqual([
      ['PQLCN.DV-1', UNIT, 'a.pdf'],
      ['PTT.TT-98', OTHER, 'ten-khac.pdf'],
    ]);
    const list = `/van-phong/tep-trung/${CAMPAIGN}/GD1`;
    const { text } = await group.office!.get(list).expect(200);
    expect(['DV-1', 'TT-98', 'ten-khac.pdf'].filter((each) => text.includes(each))).toHaveLength(3);
    expect(await statuses(list)).toMatchObject({ unit: 403, council: 403, administrator: 403 });
    for (const each of ['unit', 'council', 'administrator'] as const)
      expect(await found([each])).toEqual([[], 0]);
    const warning = `Tệp này cũng có trong hồ sơ PTT.TT-98 (${OTHER}).`;
    const seen = async (agent: TestAgent) =>
      (await agent.get(`/de-nghi/${one}/minh-chung`)).text.includes(warning);
    expect([await seen(group.office!), await seen(page)]).toEqual([true, false]);
  });

  it('go to the council with the nomination', async () => {
    await step('acceptance');
    const [model] = nominationsOf('hung-yen').nominations;
    const scores = `${API}/nominations/${one}/scores/appraisal`;
    await api.agent.put(scores).set('If-Match', '"v0"').send({ entries: model?.scores.self }).expect(200);
    await step('appraisal');
    expect((await group.council!.get(`/minh-chung/${file.id}`)).status).toBe(404);
    await step('referral');
    expect((await group.council!.get(`/minh-chung/${file.id}`)).status).toBe(200);
  });
});
