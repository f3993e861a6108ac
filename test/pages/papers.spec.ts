import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type TestAgent from 'supertest/lib/agent';
import { PaperIssueRow } from '../../src/features/dossiers/papers/paper-issue.entity';
import { PaperWordingRow } from '../../src/features/dossiers/papers/paper-wording.entity';
import { Database } from '../../src/platform/database/database';
import { readPdf, textOf } from '../dossiers/support/pdf';
import { CAMPAIGN } from '../support/cases';
import { TestDatabase, describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, importWorkedCase } from '../support/opened-phase';
import { type TestApp, sendForm, startApp } from '../support/start-app';
import { Web } from '../support/web';

const PAPERS = `/van-phong/van-ban/${CAMPAIGN}/GD1`;
const FORMS = `/van-phong/mau-van-ban/${CAMPAIGN}`;
const SUBMISSION = `${PAPERS}/submission/BK`;
const WORDING = `${FORMS}/to-trinh`;
const OFFICE = { username: 'van-phong', name: 'Trần Thị Ngọc', groups: ['office' as const] };

/** What a person reads. */
function words(html: string): string {
  return html
    .replace(/^[\s\S]*<main[^>]*>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ');
}

/** The fields of the form on a page, as a browser would send them. */
function fieldsOf(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input[^>]* name="(heading-[^"]+|version)"[^>]* value="([^"]*)"/g)];
  const area = /<textarea id="grounds"[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? '';
  return {
    ...Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value])),
    grounds: area,
  };
}

describeOnEachDatabase('the papers of a phase', (db) => {
  let api: TestApp;
  let ids: Map<string, string>;
  let office: TestAgent;
  beforeAll(async () => {
    api = await startApp(db);
    ids = await importWorkedCase(api.agent);
    office = await api.browser(OFFICE);
  });

  const printed = async (agent: TestAgent, url: string) => {
    const { body } = await agent.get(url).buffer(true).expect(200);
    return textOfBytes(body as Buffer);
  };
  const textOfBytes = async (bytes: Buffer) => {
    const path = join(db.config.dataDir, 'van-ban.pdf');
    await writeFile(path, bytes);
    return textOf(await readPdf(path));
  };
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

  it('are refused with what is wrong beside the fields, and nothing is stored', async () => {
    const fields = { version: 0, number: '1 2', day: '31/02/2025', authority: 'GIÁM ĐỐC', signer: '' };
    const { status, text } = await sendForm(office, SUBMISSION, SUBMISSION, fields);
    expect(status).toBe(422);
    expect(text).toContain('value="31/02/2025"');
    for (const field of ['number', 'day', 'signer']) expect(text).toContain(`id="${field}-loi"`);
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

describeOnEachDatabase('the wording of papers', (db) => {
  let api: TestApp;
  let office: TestAgent;
  beforeAll(async () => {
    api = await startApp(db);
    await importWorkedCase(api.agent);
    office = await api.browser(OFFICE);
  });

  const stored = () => db.unitOfWork.reader.count(PaperWordingRow);
  const page = async () => (await office.get(WORDING).expect(200)).text;

  it('shows the forms that the phases follow, apart from those of other days', async () => {
    const { text } = await office.get(FORMS).expect(200);
    const [used = '', others = ''] = text.split('<details class="more"');
    expect(words(used)).toContain('bao-cao-tap-the-nd152');
    expect(words(others)).toContain('bao-cao-tap-the-nd98');
  });

  it('begins with what law and plan say, and a real paper that says so', async () => {
    const fields = fieldsOf(await page());
    expect(fields.grounds).toMatch(
      /^Căn cứ Luật Thi đua, khen thưởng số 06\/2022\/QH15.*\n[\s\S]*\n\[biên bản\]$/,
    );
    expect(fields['heading-type']).toBe('TỜ TRÌNH');
    expect(words(await page())).toContain('Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh (qua Sở Nội vụ)');
  });

  it('is refused with the line, nothing is stored, and what was typed stays', async () => {
    const fields = fieldsOf(await page());
    const broken = { ...fields, grounds: 'Căn cứ Luật A\n\nLuật B', 'heading-type': 'Tờ trình' };
    const { status, text } = await sendForm(office, WORDING, WORDING, broken);
    expect(status).toBe(422);
    expect(words(text)).toContain('Dòng 2 của căn cứ: để trống');
    expect(words(text)).toContain('Dòng 3 của căn cứ: phải bắt đầu bằng “Căn cứ”');
    expect(words(text)).toContain('Đề mục “TỜ TRÌNH”: phải viết bằng chữ in hoa');
    expect(text).toContain('Căn cứ Luật A\n\nLuật B</textarea>');
    expect(await stored()).toBe(0);
  });

  it('is looked at before it is saved: the page keeps what was typed, and nothing is stored', async () => {
    const fields = {
      ...fieldsOf(await page()),
      grounds: 'Căn cứ Quy chế của Sở',
      'heading-type': 'TỜ TRÌNH <B>',
    };
    for (const way of ['xem-truoc', 'xem-ngay']) {
      const { status, text } = await sendForm(office, WORDING, `${WORDING}/${way}`, fields);
      expect([way, status]).toEqual([way, 200]);
      expect(words(text)).toContain('Căn cứ Quy chế của Sở.');
      expect(text).toContain('TỜ TRÌNH &lt;B&gt;</paper-h1>');
      expect(text.replace(/^[\s\S]*paper-sheet/, '')).not.toMatch(/<script|style=|<B>/);
    }
    const live = await sendForm(office, WORDING, `${WORDING}/xem-ngay`, { ...fields, grounds: 'x' });
    expect([live.status, words(live.text)]).toEqual([422, expect.stringContaining('dòng 1 của căn cứ')]);
    expect(await stored()).toBe(0);
  });

  it('is printed once it is saved, and as the form has it once it is put back', async () => {
    const pdf = async () => {
      const { body } = await office.get(`/lanh-dao/${CAMPAIGN}/GD1/to-trinh/BK`).buffer(true).expect(200);
      const path = join(db.config.dataDir, 'to-trinh.pdf');
      await writeFile(path, body as Buffer);
      return textOf(await readPdf(path));
    };
    const first = await pdf();
    const fields = {
      ...fieldsOf(await page()),
      grounds: 'Căn cứ Quy chế thi đua của Sở;\n[biên bản]',
      'heading-attachments': 'Kèm theo Tờ trình này',
    };
    expect((await sendForm(office, WORDING, WORDING, fields)).status).toBe(303);
    const worded = await pdf();
    expect(worded).toContain('Căn cứ Quy chế thi đua của Sở; Căn cứ Biên bản họp xét khen thưởng');
    expect(worded).toContain('Kèm theo Tờ trình này: Danh sách');
    expect(worded).not.toContain('06/2022/QH15');
    expect(words((await office.get(FORMS)).text)).toContain('Đã sửa: Trần Thị Ngọc');
    expect((await sendForm(office, WORDING, WORDING, { ...fields, version: '0' })).status).toBe(412);
    expect((await sendForm(office, WORDING, `${WORDING}/bo`, { version: 1 })).status).toBe(303);
    expect(await pdf()).toBe(first);
    expect(await stored()).toBe(0);
  });

  it('keeps following law and plan where nobody has touched the grounds', async () => {
    const fields = { ...fieldsOf(await page()), 'heading-attachments': 'Gửi kèm' };
    await sendForm(office, WORDING, WORDING, fields);
    const { body } = await api.agent.get(`${API}/campaigns/${CAMPAIGN}/document-templates/to-trinh`);
    expect(body).toMatchObject({ grounds: null, headings: { attachments: 'Gửi kèm' } });
    expect((await api.agent.get(`${PHASE}/papers/submission/BK`)).body.version).toBe(0);
  });

  it('is printed on trial without being saved', async () => {
    const fields = { ...fieldsOf(await page()), 'heading-type': 'TỜ TRÌNH THỬ' };
    const { status, type } = await sendForm(office, WORDING, `${WORDING}/ban-in`, fields);
    expect([status, type]).toEqual([200, 'application/pdf']);
    const refused = await sendForm(office, WORDING, `${WORDING}/ban-in`, { ...fields, grounds: 'x' });
    expect(refused.status).toBe(422);
  });
});

describe('at a browser', () => {
  const db = new TestDatabase('sqlite');
  let web: Web;
  beforeAll(async () => {
    await db.open();
    web = await Web.open(db);
    await importWorkedCase(web.app.agent);
  });
  afterAll(async () => {
    await web.close();
    await db.close();
  });

  it('the paper follows what is typed', async () => {
    const page = await web.visitor(OFFICE);
    await page.goto(`${web.address}${WORDING}`);
    await page.focus('#heading-attachments');
    await page.keyboard.press('End');
    await page.keyboard.type(' (02 bộ)');
    await page.waitForFunction(
      'document.querySelector("#xem-truoc").innerText.includes("Hồ sơ gửi kèm gồm (02 bộ): Danh sách")',
    );
    expect([web.foreign, web.complaints]).toEqual([[], []]);
  });
});
