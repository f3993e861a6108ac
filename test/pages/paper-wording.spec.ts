import type TestAgent from 'supertest/lib/agent';
import { PaperWordingRow } from '../../src/features/dossiers/papers/paper-wording.entity';
import { CAMPAIGN } from '../support/cases';
import { TestDatabase, describeOnEachDatabase } from '../support/each-database';
import { API, importWorkedCase } from '../support/opened-phase';
import { printedText, words } from '../support/printed-text';
import { type TestApp, sendForm, startApp } from '../support/start-app';
import { Web } from '../support/web';
import { wordingFields } from '../support/wording-fields';

const FORMS = `/van-phong/mau-van-ban/${CAMPAIGN}`;
const WORDING = `${FORMS}/to-trinh`;
const OFFICE = { username: 'van-phong', name: 'Trần Thị Ngọc', groups: ['office' as const] };

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
    const fields = wordingFields(await page());
    expect(fields.grounds).toMatch(
      /^Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022.*\n[\s\S]*\n\[biên bản\]$/,
    );
    expect(fields['heading-type']).toBe('TỜ TRÌNH');
    expect(words(await page())).toContain('Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh (qua Sở Nội vụ)');
  });

  it('is refused with the line, nothing is stored, and what was typed stays', async () => {
    const fields = wordingFields(await page());
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
      ...wordingFields(await page()),
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
    const pdf = () => printedText(db, office, `/lanh-dao/${CAMPAIGN}/GD1/to-trinh/BK`);
    const first = await pdf();
    const fields = {
      ...wordingFields(await page()),
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
    const fields = { ...wordingFields(await page()), 'heading-attachments': 'Gửi kèm' };
    await sendForm(office, WORDING, WORDING, fields);
    const { body } = await api.agent.get(`${API}/campaigns/${CAMPAIGN}/document-templates/to-trinh`);
    expect(body).toMatchObject({ grounds: null, headings: { attachments: 'Gửi kèm' } });
  });

  it('is printed on trial without being saved', async () => {
    const fields = { ...wordingFields(await page()), 'heading-type': 'TỜ TRÌNH THỬ' };
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
