import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type TestAgent from 'supertest/lib/agent';
import { describeOnEachDatabase } from '../support/each-database';
import { API, openWorkedPhase } from '../support/opened-phase';
import { type TestApp, sendForm, startApp } from '../support/start-app';
import { pdf } from './support/files';
import { UNIT, drafted, sendFiles } from './support/form';

const ANOTHER = 'Trung tâm Thông tin';
const SHARED = pdf('Cả hai đơn vị cùng có');

describeOnEachDatabase('files that nobody reads any more', (db) => {
  let api: TestApp;
  let unit: TestAgent;
  let page: TestAgent;
  beforeAll(async () => {
    api = await startApp(db);
    await openWorkedPhase(api.agent);
    const who = { username: 'don-vi', groups: ['unit' as const], unit: UNIT };
    [unit, page] = [await api.person(who), await api.browser(who)];
    const other = { username: 'don-vi-khac', groups: ['unit' as const], unit: ANOTHER };
    const theirs = await drafted(await api.person(other), 'TT-1', ANOTHER);
    await upload(await api.browser(other), theirs, [SHARED]);
  });

  const upload = async (browser: TestAgent, id: string, contents: Buffer[]) => {
    const files = contents.map((content, at) => ({ name: `to-${at}.pdf`, content }));
    expect((await sendFiles(browser, id, files)).status).toBe(303);
  };
  const onDisk = async () =>
    (await readdir(join(db.config.dataDir, 'evidence'), { recursive: true }))
      .map((name) => name.split(/[\\/]/).at(-1) ?? '')
      .filter((name) => /^[0-9a-f]{64}$/.test(name))
      .sort();
  const hashes = (...contents: Buffer[]) =>
    contents.map((content) => createHash('sha256').update(content).digest('hex')).sort();

  it('go with a draft that is thrown away, but for those that another unit has too', async () => {
    const id = await drafted(unit, 'DV-1');
    const [own, kept] = [pdf('Chỉ một bản nháp có'), pdf('Của bản nháp khác')];
    await upload(page, id, [own, SHARED]);
    await upload(page, await drafted(unit, 'DV-2'), [kept]);
    expect(await onDisk()).toEqual(hashes(own, kept, SHARED));
    const discard = `/de-nghi/${id}/buoc/discard`;
    expect((await sendForm(page, discard, discard, {})).status).toBe(303);
    expect(await onDisk()).toEqual(hashes(kept, SHARED));
  });

  it('go with pieces that an edit leaves out, but for those that stay in the list', async () => {
    const before = await onDisk();
    const id = await drafted(unit, 'DV-3');
    const [gone, stays] = [pdf('Sẽ bỏ'), pdf('Sẽ giữ')];
    await upload(page, id, [gone, stays]);
    const { body } = await unit.get(`${API}/nominations/${id}`).expect(200);
    const edit = { evidence: body.nomination.evidence.slice(1) };
    await unit.put(`${API}/nominations/${id}`).set('If-Match', `"v${body.version}"`).send(edit).expect(200);
    expect(await onDisk()).toEqual([...before, ...hashes(stays)].sort());
  });

  it('stay where the edit is refused', async () => {
    const before = await onDisk();
    const id = await drafted(unit, 'DV-4');
    const content = pdf('Không ai bỏ');
    await upload(page, id, [content]);
    const { body } = await unit.get(`${API}/nominations/${id}`).expect(200);
    const wrong = { evidence: [], scores: { self: { a: '999' } } };
    await unit.put(`${API}/nominations/${id}`).set('If-Match', `"v${body.version}"`).send(wrong).expect(422);
    expect(await onDisk()).toEqual([...before, ...hashes(content)].sort());
  });
});
