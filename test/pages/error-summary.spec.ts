import { heardOn } from '../rules/support/heard';
import { describeOnEachDatabase } from '../support/each-database';
import { summaryIn } from '../support/error-summary';
import { openWorkedPhase } from '../support/opened-phase';
import { type TestApp, sendForm, startApp } from '../support/start-app';
import { type Clerk, UNIT, begin, clerk, sendDraft } from '../support/unit-clerk';

const BEGIN = '/don-vi/lap/hung-yen-ha-tang-tiet-kiem/GD1';

describeOnEachDatabase('the summary above a form of a unit', (db) => {
  let app: TestApp;
  let an: Clerk;

  beforeAll(async () => {
    app = await startApp(db);
    await openWorkedPhase(app.agent);
    an = await clerk(app, 'nv.an', UNIT, 'Nguyễn Văn An');
  });

  it('says in words which fields of a new nomination are empty; beside them that stays short', async () => {
    const empty = await sendForm(an.page, BEGIN, BEGIN, { set: '', name: ' ', code: '' });
    expect(heardOn(empty).beside).toEqual({
      set: 'Hãy chọn đối tượng được đề nghị',
      name: 'Chưa nhập',
      code: 'Chưa nhập',
    });
    expect(summaryIn(empty.text)).toEqual([
      'Đề nghị khen thưởng cho ai: hãy chọn đối tượng được đề nghị',
      'Tên tập thể hoặc họ và tên cá nhân: chưa nhập',
      'Mã đề nghị: chưa nhập',
    ]);
  });

  it('says the same of a draft', async () => {
    const refused = await sendDraft(an, await begin(an, 'S-1'), { name: ' ' });
    expect(summaryIn(refused.text)).toEqual(['Tên tập thể, họ tên cá nhân: chưa nhập']);
  });

  it('says which fields of a piece of evidence are empty', async () => {
    const page = `/de-nghi/${await begin(an, 'S-2')}/minh-chung`;
    const refused = await sendForm(an.page, page, page, { criterion: '', title: '', document: '' });
    expect(summaryIn(refused.text)).toEqual(['Tiêu chí: chưa nhập', 'Tên minh chứng: chưa nhập']);
  });
});
