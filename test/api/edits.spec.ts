import { describeOnEachDatabase } from '../support/each-database';
import { API, importWorkedCase } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

describeOnEachDatabase('two people edit one nomination', (db) => {
  let api: TestApp;
  let one: string;
  beforeAll(async () => {
    api = await startApp(db);
    one = `${API}/nominations/${(await importWorkedCase(api.agent)).get('TT-01')}`;
  });

  const read = async () => {
    const { headers, body } = await api.agent.get(one).expect(200);
    return { etag: headers.etag ?? '', nomination: body.nomination as Record<string, unknown> };
  };
  const write = (etag: string, nomination: object) =>
    api.agent.put(one).set('If-Match', etag).send(nomination);

  it('and what was read can be sent back as it is, which changes nothing but the edit count', async () => {
    const before = await read();
    await write(before.etag, before.nomination).expect(200);
    const after = await read();
    expect(after.nomination).toEqual(before.nomination);
    expect(after.etag).not.toBe(before.etag);
  });

  it('and the second, who has not seen the first edit, gets 412 and overwrites nothing', async () => {
    const { etag, nomination } = await read();
    await write(etag, { ...nomination, name: 'Phòng Quản lý Khoa học và Sáng kiến' }).expect(200);
    const { body } = await write(etag, { ...nomination, members: 9 }).expect(412);
    expect(body).toMatchObject({ status: 412, code: 'stale-edit' });
    const kept = (await read()).nomination;
    expect([kept['name'], kept['members']]).toEqual(['Phòng Quản lý Khoa học và Sáng kiến', 8]);
  });

  it('and an edit without If-Match is refused with 428', async () => {
    const { body } = await api.agent.put(one).send({ code: 'TT-01' }).expect(428);
    expect(body).toMatchObject({ code: 'if-match-missing' });
  });

  it('and a part that is left out stays as it is', async () => {
    const { etag, nomination } = await read();
    const { scores, evidence, ballots, report, ...identity } = nomination;
    await write(etag, { ...identity, women: 6 }).expect(200);
    expect((await read()).nomination).toMatchObject({ women: 6, scores, evidence, ballots, report });
  });

  it('and a field that is left out stays as it is, while null takes it away', async () => {
    const before = (await read()).nomination;
    expect(before).toMatchObject({ members: 8, women: 6 });
    await write((await read()).etag, { name: 'Phòng Quản lý Khoa học' }).expect(200);
    expect((await read()).nomination).toEqual({ ...before, name: 'Phòng Quản lý Khoa học' });
    await write((await read()).etag, { women: null, orgClass: null }).expect(200);
    const { women: _gone, orgClass: _too, ...kept } = before;
    expect((await read()).nomination).toEqual({ ...kept, name: 'Phòng Quản lý Khoa học' });
    for (const refused of [{ name: null }, []])
      expect((await write((await read()).etag, refused)).body).toMatchObject({ status: 422 });
  });

  it('and a sheet or a count that was taken away and made anew never has an old ETag again', async () => {
    const sheet = `${one}/scores/self`;
    const ballot = `${one}/ballots/BK`;
    const etag = async (url: string) => (await api.agent.get(url).expect(200)).headers.etag ?? '';
    const put = (url: string, seen: string, body: object) =>
      api.agent.put(url).set('If-Match', seen).send(body);
    const { scores, ballots } = (await read()).nomination as Record<string, object>;
    const old = { sheet: await etag(sheet), ballot: await etag(ballot) };
    await write((await read()).etag, { scores: null, ballots: null }).expect(200);
    expect([await etag(sheet), await etag(ballot)]).toEqual(['"v0"', '"v0"']);
    await put(sheet, '"v0"', { entries: { a: 3 } }).expect(200);
    await put(ballot, '"v0"', { yes: 1, no: 1 }).expect(200);
    await put(sheet, old.sheet, { entries: { a: 2 } }).expect(412);
    await put(ballot, old.ballot, { yes: 2, no: 1 }).expect(412);
    await write((await read()).etag, { scores: null, ballots: null }).expect(200);
    await write((await read()).etag, { scores, ballots }).expect(200);
    await put(sheet, old.sheet, { entries: { a: 2 } }).expect(412);
    await put(ballot, old.ballot, { yes: 2, no: 1 }).expect(412);
  });

  it('and scores entered meanwhile make an edit of the whole stale, while another layer is free', async () => {
    const { etag, nomination } = await read();
    const layer = (name: string) => `${one}/scores/${name}`;
    const self = (await api.agent.get(layer('self')).expect(200)).headers.etag;
    const { headers, body } = await api.agent.get(layer('appraisal')).expect(200);
    const entries = { ...body.entries, b: '19' };
    await api.agent
      .put(layer('appraisal'))
      .set('If-Match', headers.etag ?? '')
      .send({ entries })
      .expect(200);
    await api.agent
      .put(layer('appraisal'))
      .set('If-Match', headers.etag ?? '')
      .send({ entries })
      .expect(412);
    await write(etag, nomination).expect(412);
    expect((await api.agent.get(layer('self')).expect(200)).headers.etag).toBe(self);
  });

  it('and the code and the state are not changed in passing', async () => {
    const { etag, nomination } = await read();
    expect((await write(etag, { ...nomination, code: 'TT-99' })).body.code).toBe('nomination-code-fixed');
    expect((await write(etag, { ...nomination, state: 'withdrawn' })).body.code).toBe(
      'nomination-state-fixed',
    );
    await api.agent.post(`${one}/withdrawal`).send({ reason: 'Đơn vị rút để hoàn thiện' }).expect(201);
    expect((await write((await read()).etag, nomination)).body).toMatchObject({
      status: 409,
      code: 'nomination-withdrawn',
    });
  });
});
