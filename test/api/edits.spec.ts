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

  it('and scores entered meanwhile make an edit of the whole stale, while another layer is free', async () => {
    const { etag, nomination } = await read();
    const layer = (name: string) => `${one}/scores/${name}`;
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
    expect((await api.agent.get(layer('self')).expect(200)).headers.etag).toBe('"v1"');
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
