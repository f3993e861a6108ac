import type TestAgent from 'supertest/lib/agent';
import { PaperIssueRow } from '../../src/features/dossiers/papers/paper-issue.entity';
import { Database } from '../../src/platform/database/database';
import { CAMPAIGN } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { summaryIn } from '../support/error-summary';
import { API, importWorkedCase } from '../support/opened-phase';
import { printedText, words } from '../support/printed-text';
import { type TestApp, sendForm, startApp } from '../support/start-app';

const PAPERS = `/van-phong/van-ban/${CAMPAIGN}/GD1`;
const FORMS = `/van-phong/mau-van-ban/${CAMPAIGN}`;
const SUBMISSION = `${PAPERS}/submission/BK`;
const WORDING = `${FORMS}/to-trinh`;
const OFFICE = { username: 'van-phong', name: 'Trần Thị Ngọc', groups: ['office' as const] };

describeOnEachDatabase('the papers of a phase', (db) => {
  let api: TestApp;
  let ids: Map<string, string>;
  let office: TestAgent;
  beforeAll(async () => {
    api = await startApp(db);
    ids = await importWorkedCase(api.agent);
    office = await api.browser(OFFICE);
  });

  const printed = (agent: TestAgent, address: string) => printedText(db, agent, address);
  const queriesOf = async (path: string) => {
    const { dataSource } = api.app.get(Database).reader;
    const { logger } = dataSource;
    let queries = 0;
    dataSource.logger = Object.assign(Object.create(logger), { logQuery: () => (queries += 1) });
    await office.get(path).expect(200);
    dataSource.logger = logger;
    return queries;
  };

  it('are listed by award and session, none of them filled in', async () => {
    const { headers } = await office.get('/van-phong/van-ban').expect(303);
    expect(headers.location).toBe(PAPERS);
    const list = words((await office.get(PAPERS).expect(200)).text);
    expect(list).toMatch(/Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Tờ trình – – – Chưa ghi/);
    expect(list).toMatch(/Quyết định khen thưởng – – – Chưa ghi/);
    expect(list).toMatch(/Cả giai đoạn Báo cáo sơ kết, tổng kết/);
  });

  it('lead to each form in which there is one', async () => {
    const { text } = await office.get(PAPERS).expect(200);
    const at = `/lanh-dao/${CAMPAIGN}/GD1`;
    const [list, review] = [`${at}/danh-sach/BK`, `${at}/bao-cao.pdf`];
    const addresses = [...text.matchAll(/href="([^"]*)"/g)].map(([, href]) =>
      href?.replaceAll('&#x3D;', '='),
    );
    for (const form of ['', '?huong=dung', '?dang=xlsx', '?dang=docx'])
      expect(addresses).toContain(list + form);
    for (const form of ['', '?loai=tong-ket', '?dang=docx']) expect(addresses).toContain(review + form);
    expect(addresses).not.toContain(`${review}?loai=so-ket`);
  });

  it('lead to the papers of every other opened phase, by its title, and keep to the kind of paper', async () => {
    const opening = { date: '2026-12-20', council: { members: 9, present: 9 } };
    await api.agent.post(`${API}/campaigns/${CAMPAIGN}/phases/GD2/opening`).send(opening).expect(201);
    const other = `/van-phong/van-ban/${CAMPAIGN}/GD2`;
    for (const kind of ['', '/ho-so']) {
      const { text } = await office.get(`${PAPERS}${kind}`).expect(200);
      expect(text).toMatch(new RegExp(`href="${other}${kind}">Giai đoạn 2026-2030: Đẩy mạnh`));
      expect(text).not.toContain(`href="${PAPERS}${kind}">Giai đoạn`);
    }
    await office.get(other).expect(200);
  });

  it('are refused with what is wrong beside the fields, and nothing is stored', async () => {
    const fields = { version: 0, number: '1 2', day: '31/02/2025', authority: 'GIÁM ĐỐC', signer: '' };
    const { status, text } = await sendForm(office, SUBMISSION, SUBMISSION, fields);
    expect(status).toBe(422);
    expect(text).toContain('value="31/02/2025"');
    for (const field of ['number', 'day', 'signer']) expect(text).toContain(`id="${field}-loi"`);
    expect(summaryIn(text)).toEqual([
      'Số: số văn bản không có dấu cách (Nghị định 30/2020/NĐ-CP, Phụ lục I)',
      'Ngày ký: “31/02/2025” không phải là một ngày có thật trong các năm 2000–2099; ghi ngày/tháng/năm, ví dụ 09/12/2025',
      'Họ tên người ký: đã ghi quyền hạn, chức vụ thì ghi cả họ tên người ký',
    ]);
    expect(await db.unitOfWork.reader.count(PaperIssueRow)).toBe(0);
  });

  it('print the number, day and signer that were filled in, there and where they are cited', async () => {
    const pdf = `/lanh-dao/${CAMPAIGN}/GD1/to-trinh/BK`;
    expect(await printed(office, pdf)).toMatch(/Số: +\/TTr-SKHCN/);
    const fields = {
      version: 0,
      number: '5',
      day: '9/12/2025',
      authority: 'KT. Giám đốc, Phó Giám đốc',
      signer: 'Lê Thị Bình',
    };
    expect((await sendForm(office, SUBMISSION, SUBMISSION, fields)).status).toBe(303);
    const submission = await printed(office, pdf);
    expect(submission).toContain('Số: 05/TTr-SKHCN');
    expect(submission).toContain('ngày 09 tháng 12 năm 2025');
    expect(submission).toMatch(/KT\. GIÁM ĐỐC PHÓ GIÁM ĐỐC Lê Thị Bình/);
    expect(await printed(office, pdf.replace('to-trinh', 'danh-sach'))).toContain(
      '(Kèm theo Tờ trình số 05/TTr-SKHCN ngày 09 tháng 12 năm 2025',
    );
    expect(words((await office.get(PAPERS)).text)).toContain('Tờ trình 5 09/12/2025 Lê Thị Bình Đã ban hành');
    expect((await sendForm(office, SUBMISSION, SUBMISSION, fields)).status).toBe(412);
  });

  it('of single nominations are found by name, and have numbers of their own', async () => {
    const found = words((await office.get(`${PAPERS}/ho-so?q=thu dao`).expect(200)).text);
    expect(found).toMatch(/Lê Thu Đào .* Báo cáo thành tích – – – Chưa ghi/);
    expect(found).not.toContain('TT-01');
    const report = `${PAPERS}/achievement-report/TT-01`;
    await sendForm(office, report, report, { version: 0, number: '12', day: '1/12/2025' });
    expect(await printed(office, `/de-nghi/${ids.get('TT-01')}/ho-so.pdf`)).toMatch(/Số: 12\/BC-/);
    expect(words((await office.get(`${PAPERS}/ho-so?q=TT-01`)).text)).toContain(
      'Báo cáo thành tích 12 01/12/2025 – Chưa đủ',
    );
    await office.get(`${PAPERS}/achievement-report/TT-99`).expect(404);
  });

  it('take the same number of queries for one and for sixteen', async () => {
    await office.get(`${PAPERS}/ho-so`);
    expect(await queriesOf(`${PAPERS}/ho-so`)).toBe(await queriesOf(`${PAPERS}/ho-so?q=TT-01`));
  });

  it('are the office’s to write and the leadership’s to read', async () => {
    const leadership = await api.browser({ username: 'lanh-dao', groups: ['leadership'] });
    const unit = await api.browser({ username: 'don-vi', groups: ['unit'], unit: 'Đơn vị A' });
    expect((await leadership.get(PAPERS).expect(200)).text).not.toContain('Ghi số, ngày');
    await leadership.get(FORMS).expect(200);
    for (const page of [SUBMISSION, WORDING]) await leadership.get(page).expect(403);
    for (const page of [PAPERS, FORMS, SUBMISSION, WORDING]) await unit.get(page).expect(403);
  });
});
