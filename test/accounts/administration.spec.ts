import type TestAgent from 'supertest/lib/agent';
import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, fileCampaign } from '../support/opened-phase';
import { nominationsOf } from '../support/cases';
import { type TestApp, sendForm, startApp } from '../support/start-app';

const UNITS = '/quan-tri/don-vi';
const PERSON = { username: 'an.nv', name: 'Nguyễn Văn An', groups: ['office'] };

describeOnEachDatabase('what an administrator does', (db) => {
  let app: TestApp;
  let administrator: TestAgent;
  let page: TestAgent;
  beforeAll(async () => {
    app = await startApp(db);
    await fileCampaign(app.agent);
    await app.agent.post(`${PHASE}/imports`).send(nominationsOf('hung-yen')).expect(201);
    const who = { username: 'quan-tri', name: 'Đinh Thị Hạnh', groups: ['administrator' as const] };
    [administrator, page] = [await app.person(who), await app.browser(who)];
  });

  const unitId = async (name: string) => {
    const { body } = await administrator.get(`${API}/units`).query({ q: name }).expect(200);
    return (body as { items: { id: string; name: string }[] }).items.find((each) => each.name === name)?.id;
  };
  const units = async () =>
    new Set(
      (
        (await app.agent.get(`${PHASE}/nominations?size=200`)).body as { items: { unit: string }[] }
      ).items.map(({ unit }) => unit),
    );
  const inputs = async () =>
    (await db.unitOfWork.reader.query('SELECT "inputVersion" FROM "phase"'))[0].inputVersion as number;

  it('makes, changes, closes and opens accounts through the API, by the rules of the page', async () => {
    const made = await administrator.post(`${API}/accounts`).send(PERSON).expect(201);
    expect(made.body).toMatchObject({ ...PERSON, mustChangePassword: true, version: 1 });
    expect(made.body.password).toEqual(expect.any(String));
    const one = `${API}/accounts/${made.body.id}`;
    const again = await administrator.post(`${API}/accounts`).send(PERSON).expect(422);
    expect(again.body.findings[0]).toMatchObject({ code: 'username-taken' });
    const change = { name: 'Nguyễn Văn Ân', groups: ['office', 'leadership'] };
    const edited = await administrator.put(one).set('If-Match', '"v1"').send(change).expect(200);
    expect(edited.body).toMatchObject({ ...change, version: 2 });
    await administrator.put(one).set('If-Match', '"v1"').send(change).expect(412);
    const reset = await administrator.post(`${one}/password-reset`).expect(201);
    expect(reset.body.password).not.toBe(made.body.password);
    expect((await administrator.post(`${one}/disabling`).expect(200)).body.disabledAt).not.toBeNull();
    expect((await administrator.post(`${one}/enabling`).expect(200)).body.disabledAt).toBeNull();
    const { body } = await administrator.get(`${API}/accounts?q=an.nv`).expect(200);
    expect(body).toMatchObject({ total: 1, items: [{ username: 'an.nv' }] });
    expect(JSON.stringify(body)).not.toMatch(/argon2|"password|token/);
    const office = await app.person({ username: 'van-phong', groups: ['office'] });
    expect((await office.get(`${API}/accounts`)).status).toBe(403);
  });

  it('renames a unit: its nominations go with the new name, and proposals have to be made again', async () => {
    const [id, before] = [await unitId('Thanh tra Sở'), await inputs()];
    const at = `${UNITS}/${id}`;
    const taken = await sendForm(page, at, `${at}/doi-ten`, { name: 'Văn phòng Sở' });
    expect(taken.status).toBe(409);
    const done = await sendForm(page, at, `${at}/doi-ten`, { name: ' Thanh  tra Sở KH&CN ' });
    expect([done.status, done.headers.location]).toEqual([303, UNITS]);
    expect([await unitId('Thanh tra Sở KH&CN'), await inputs()]).toEqual([id, before + 1]);
    expect([...(await units())]).toContain('Thanh tra Sở KH&CN');
  });

  it('makes one of two units, after asking once more, with a reason', async () => {
    const [from, into] = [await unitId('Văn phòng Sở'), await unitId('Phòng Quản lý Khoa học')];
    const at = `${UNITS}/${from}`;
    const send = (fields: object) =>
      sendForm(page, at, `${at}/gop`, { into, reason: 'Sắp xếp tổ chức', ...fields });
    expect((await send({ reason: '' })).status).toBe(422);
    expect((await send({ into: from })).status).toBe(422);
    expect((await send({})).text).toContain('Kiểm tra lại trước khi gộp');
    expect(await units()).toContain('Văn phòng Sở');
    expect((await send({ 'xac-nhan': '1' })).status).toBe(303);
    expect(await units()).not.toContain('Văn phòng Sở');
    expect(await unitId('Văn phòng Sở')).toBeUndefined();
    const [event] = await db.unitOfWork.reader.query(
      `SELECT "after" FROM "audit_event" WHERE "action" = 'unit.merge'`,
    );
    expect(String(event.after)).toContain('Sắp xếp tổ chức');
  });
});
