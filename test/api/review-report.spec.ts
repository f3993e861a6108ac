import { CAMPAIGN } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { PHASE, importWorkedCase } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

const PAGE = `/lanh-dao/${CAMPAIGN}/GD1/bao-cao.pdf`;

describeOnEachDatabase('the review report of a phase', (db) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApp(db);
    await importWorkedCase(api.agent);
  });

  const pdf = async (url: string) => {
    const { body } = await api.agent
      .get(url)
      .buffer(true)
      .expect(200)
      .expect('Content-Type', 'application/pdf');
    return body as Buffer;
  };

  it('is the one of the plan, the same bytes each time, at a browser as for a program', async () => {
    const planned = await pdf(`${PHASE}/review-report`);
    expect(planned.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await pdf(`${PHASE}/review-report?loai=so-ket`)).equals(planned)).toBe(true);
    expect((await pdf(`${PHASE}/review-report?loai=tong-ket`)).equals(planned)).toBe(false);
    const leader = await api.browser({ username: 'lanh-dao', groups: ['leadership'] });
    const { body } = await leader.get(PAGE).buffer(true).expect(200);
    expect(planned.equals(body as Buffer)).toBe(true);
    expect((await leader.get(`/van-phong/van-ban/${CAMPAIGN}/GD1`)).text).toContain(`href="${PAGE}"`);
  });

  it('of a kind that is not known is refused', async () => {
    const { status, body } = await api.agent.get(`${PHASE}/review-report?loai=nam`);
    expect([status, body.code]).toEqual([422, 'review-unknown']);
  });

  it('is for the office and the leadership alone', async () => {
    for (const group of ['unit', 'council'] as const) {
      const other = await api.person({ username: `nhom-${group}`, groups: [group], unit: 'Đơn vị A' });
      expect((await other.get(`${PHASE}/review-report`)).status).toBe(403);
    }
  });
});
