import { describeOnEachDatabase } from '../support/each-database';
import { openWorkedPhase } from '../support/opened-phase';
import { startApp } from '../support/start-app';
import { begin, clerk, sendDraft } from '../support/unit-clerk';

describeOnEachDatabase('what an edit leaves in the audit', (db) => {
  it('is the parts of report and scores that changed, and not those beside them', async () => {
    const app = await startApp(db);
    await openWorkedPhase(app.agent);
    const an = await clerk(app, 'nv.an');
    const long = 'Ứng dụng nền tảng số trong giải quyết thủ tục hành chính. '.repeat(100);
    const id = await begin(an, 'KT-1');
    const first = { 'report.summary': long, 'report.office': 'Cũ', 'self.0': '15', 'self.1': '16' };
    expect((await sendDraft(an, id, first)).status).toBe(303);
    const change = { 'report.office': 'Mới', 'self.0': '14' };
    expect((await sendDraft(an, id, change, 'soan/tu-luu')).status).toBe(200);
    const [event] = await db.unitOfWork.reader.sql<{ before: string; after: string }[]>`
      SELECT "before", "after" FROM "audit_event" WHERE "subjectId" = ${id} ORDER BY "ordinal" DESC LIMIT 1`;
    expect([event?.before, event?.after].map((text) => JSON.parse(text ?? ''))).toEqual([
      { report: { office: 'Cũ' }, scores: { self: { a: 1500 } } },
      { report: { office: 'Mới' }, scores: { self: { a: 1400 } } },
    ]);
  });
});
