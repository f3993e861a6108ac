import type TestAgent from 'supertest/lib/agent';
import { SYSTEM } from '../../src/domain/access';
import { ExportJobRow } from '../../src/features/dossiers/exports/export-job.entity';
import { reasonOf } from '../../src/features/dossiers/exports/export.store';
import { sentenceOf } from '../rules/support/sentence';
import { describeOnEachDatabase } from '../support/each-database';
import { API } from '../support/opened-phase';
import { plainText } from '../support/plain-text';
import { AWARD, type Exporting, exportingWorkedCase, start } from './support';

describeOnEachDatabase('a file of an export that is not there', (db) => {
  let made: Exporting;
  let office: TestAgent;
  beforeAll(async () => {
    made = await exportingWorkedCase(db);
    office = await made.app.browser({ username: 'van-phong', groups: ['office'] });
  });

  /** An export that stands so, whatever there is of it on the disk. */
  const standing = async (columns: Partial<ExportJobRow>): Promise<string> => {
    const { id } = await start(made, AWARD);
    const endedAt = db.clock.now();
    await db.unitOfWork.run(SYSTEM, ({ manager }) =>
      manager.update(ExportJobRow, { id }, { attempts: 1, endedAt, ...columns }),
    );
    return id;
  };

  it.each([
    ['waits to be made', 409, 'export-not-done', { state: 'waiting', endedAt: null }],
    [
      'was removed',
      404,
      'export-removed-not-found',
      { state: 'done', removedAt: '2026-03-01T00:00:00.000Z' },
    ],
    ['is on another machine', 404, 'export-file-not-found', { state: 'done' }],
  ] as const)('because it %s: %i, on the page and by the API', async (_, status, code, columns) => {
    const id = await standing(columns);
    const page = await office.get(`/xuat-ho-so/${id}/tep`);
    expect([page.status, plainText(page.text)]).toEqual([
      status,
      expect.stringMatching(sentenceOf(`error.${code}`)),
    ]);
    const { body } = await made.app.agent.get(`${API}/exports/${id}/file`);
    expect(body).toMatchObject({ status, code });
  });

  it('because the disk was full: the page of the export says so', async () => {
    const error = reasonOf(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
    expect(error).toEqual({ code: 'export-broken', params: { reason: 'ENOSPC' } });
    const { text } = await office
      .get(`/xuat-ho-so/${await standing({ state: 'failed', error })}`)
      .expect(200);
    expect(plainText(text)).toMatch(sentenceOf('error.export-broken'));
    expect(plainText(text)).toContain('ENOSPC');
  });
});
