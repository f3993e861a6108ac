import type TestAgent from 'supertest/lib/agent';
import { sentenceOf } from '../rules/support/sentence';
import { CAMPAIGN, caseText, nominationsOf } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, importWorkedCase } from '../support/opened-phase';
import { plainText } from '../support/plain-text';
import { type TestApp, sendForm, startApp } from '../support/start-app';
import { wordingFields } from '../support/wording-fields';

/** A campaign whose phase is open, with nobody in it; and one whose phase is not open. */
const EMPTY = 'chua-co-ai';
const PLANNED = 'chua-mo';

describeOnEachDatabase('what somebody asks for and is not there', (db) => {
  let api: TestApp;
  let page: TestAgent;
  beforeAll(async () => {
    api = await startApp(db);
    await importWorkedCase(api.agent);
    for (const code of [EMPTY, PLANNED]) {
      const definition = caseText('hung-yen', 'campaign.yaml').replace(CAMPAIGN, code);
      await api.agent.post(`${API}/campaigns`).send({ definition }).expect(201);
    }
    const { date, council } = nominationsOf('hung-yen');
    await api.agent.post(`${API}/campaigns/${EMPTY}/phases/GD1/opening`).send({ date, council }).expect(201);
    const groups = ['office', 'leadership', 'administrator'] as const;
    page = await api.browser({ username: 'moi-viec', groups: [...groups], unit: 'Văn phòng Sở' });
  });

  it.each([
    [404, 'version-not-found', `/campaigns/${CAMPAIGN}/definition?version=99`],
    [404, 'nominee-list-not-found', `/campaigns/${EMPTY}/phases/GD1/awards/BK/nominee-list`],
    [404, 'signed-paper-not-found', `/campaigns/${CAMPAIGN}/phases/GD1/papers/submission/BK/signed-file`],
  ])('is %i %s for a program: %s', async (status, code, path) => {
    expect((await api.agent.get(`${API}${path}`)).body).toMatchObject({ status, code });
  });

  const form = `/don-vi/nhap-excel/${CAMPAIGN}/GD1`;
  it.each([
    [409, 'tie-settled', `/lanh-dao/${CAMPAIGN}/GD1/dong-hang?nhom=ca-nhan&hinh-thuc=BK`, undefined],
    [404, 'nominee-list-not-found', `/lanh-dao/${EMPTY}/GD1/danh-sach/BK`, undefined],
    [422, 'file-missing', form, form],
  ])('is %i %s on a page: %s', async (status, code, address, action) => {
    const answer = action === undefined ? page.get(address) : sendForm(page, address, action, {});
    const { status: heard, text } = await answer;
    const sentence = expect.stringMatching(sentenceOf(`error.${code}`));
    expect([heard, plainText(text)]).toEqual([status, sentence]);
  });

  it('is a sample of a form that no phase has followed yet', async () => {
    const address = `/van-phong/mau-van-ban/${PLANNED}/to-trinh`;
    const fields = wordingFields((await page.get(address).expect(200)).text);
    const { status, text } = await sendForm(page, address, `${address}/ban-in`, fields);
    expect([status, plainText(text)]).toEqual([
      404,
      expect.stringMatching(sentenceOf('error.sample-not-found')),
    ]);
  });

  it('is the copy to be signed of a notice to a unit that is a part of another by now', async () => {
    const units = `${API}/units?size=200`;
    const { items } = (await api.agent.get(units).expect(200)).body as { items: Named[] };
    const [from, into] = ['Thanh tra Sở', 'Văn phòng Sở'].map((name) => idOf(items, name));
    const notice = `${PHASE}/papers/notice/${from}`;
    const issue = { number: '9', day: '2026-05-12', signer: 'Trần Tùng Chuẩn' };
    await api.agent.put(notice).set('If-Match', '"v0"').send(issue).expect(200);
    await api.agent.get(`${notice}/signing-copy`).expect(200);
    const at = `/quan-tri/don-vi/${from}`;
    const merge = { into, reason: 'Sắp xếp tổ chức', 'xac-nhan': '1' };
    expect((await sendForm(page, at, `${at}/gop`, merge)).status).toBe(303);
    const { body } = await api.agent.get(`${notice}/signing-copy`);
    expect(body).toMatchObject({ status: 422, code: 'paper-without-signing-copy' });
  });
});

interface Named {
  id: string;
  name: string;
}

function idOf(items: readonly Named[], name: string): string {
  return items.find((each) => each.name === name)?.id ?? '';
}
