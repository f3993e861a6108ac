import type { HTTPRequest, Page } from 'puppeteer';
import { TestDatabase } from '../support/each-database';
import { SENDER, sent } from '../support/office-world';
import { API, importWorkedCase } from '../support/opened-phase';
import { PASSWORD } from '../support/start-app';
import { Web, mainText, send } from '../support/web';
import { type Clerk, begin, clerk, nominationOf, sendDraft } from '../support/unit-clerk';

const SUMMARY = 'textarea[name="report.summary"]';

describe('what somebody has typed and not saved', () => {
  const db = new TestDatabase('sqlite');
  let web: Web;
  let unit: Clerk;
  beforeAll(async () => {
    await db.open();
    web = await Web.open(db);
    await importWorkedCase(web.app.agent);
    unit = await clerk(web.app, 'nguoi-gui', SENDER, 'Phạm Thị Mai');
  });
  afterAll(async () => {
    await web.close();
    await db.close();
  });

  const storedSummary = async (id: string) => (await nominationOf(unit, id)).nomination['report'];

  it('is asked for before an appraisal is left, also after the points were worked out', async () => {
    const id = await sent({ unit }, 'RỜI-1');
    await web.app.agent.post(`${API}/nominations/${id}/acceptance`).expect(201);
    const page = await web.visitor({ username: 'van-phong', groups: ['office'] });
    await page.goto(`${web.address}/de-nghi/${id}/tham-dinh`);
    expect(await asksBeforeLeaving(page)).toBe(false);
    await noteWhatIsSaid(page);
    await page.type('textarea[name="reason.0"]', 'Một lý do dài đã gõ');
    await page.waitForFunction(`said.some((text) => text.includes('Chưa lưu.'))`);
    expect(await asksBeforeLeaving(page)).toBe(true);
    expect(await page.evaluate('said.filter((text) => /Đang lưu|Đã lưu/.test(text))')).toEqual([]);
  });

  it('is saved as it stands when its turn comes, however slow the answer before it is', async () => {
    const id = await begin(unit, 'CHẬM-1', {}, SENDER);
    const page = await web.visitor({ username: 'nguoi-gui', groups: ['unit'], unit: SENDER });
    await page.goto(`${web.address}/de-nghi/${id}/soan`);
    await countRequests(page);
    const first = await holdFirstSave(page);
    await write(page, 'Đoạn một.');
    const held = await first();
    await write(page, 'Đoạn một. Đoạn hai.');
    await page.waitForFunction('gathered === 2');
    await held.continue();
    await page.waitForFunction('statuses.length === 2');
    expect(await page.evaluate('statuses')).toEqual([200, 200]);
    expect(await storedSummary(id)).toMatchObject({ summary: 'Đoạn một. Đoạn hai.' });

    const colleague = await clerk(web.app, 'dong-nghiep', SENDER, 'Trần Văn Khác');
    await sendDraft(colleague, id, { 'report.summary': 'Của đồng nghiệp.' });
    await write(page, 'Đoạn ba.');
    await page.waitForFunction(
      `document.querySelector('[data-save-state]').innerText.includes('Trần Văn Khác')`,
    );
    expect(await page.evaluate('statuses.at(-1)')).toBe(412);
    expect(await storedSummary(id)).toMatchObject({ summary: 'Của đồng nghiệp.' });
  });

  it('is still there when the session is over, and is saved after a log-in in another tab', async () => {
    const id = await begin(unit, 'SÁNG-1', {}, SENDER);
    const page = await web.visitor({ username: 'nguoi-gui', groups: ['unit'], unit: SENDER });
    await page.goto(`${web.address}/de-nghi/${id}/soan`);
    db.clock.set(new Date(Date.parse(db.clock.now()) + 13 * 3_600_000).toISOString());
    await write(page, 'Gõ từ tối qua.');
    await page.waitForFunction(
      `document.querySelector('[data-save-state]').innerText ===
        'Phiên đăng nhập đã hết. Hãy đăng nhập lại ở thẻ khác rồi bấm Lưu.'`,
    );
    expect(await asksBeforeLeaving(page)).toBe(true);
    const tab = await page.browserContext().newPage();
    await tab.goto(`${web.address}/dang-nhap`);
    await tab.type('input[name="username"]', 'nguoi-gui');
    await tab.type('input[name="password"]', PASSWORD);
    await send(tab, 'main form[action="/dang-nhap"] button');
    await page.bringToFront();
    await send(page, '.side button[name=luu]');
    expect(await mainText(page)).toContain('Gõ từ tối qua.');
    await send(page, 'main form[action$="/soan"] button');
    expect(await mainText(page)).toContain('Đã lưu bản nháp.');
    expect(await storedSummary(id)).toMatchObject({ summary: 'Gõ từ tối qua.' });
  });
});

/** All at once: one event, one request. */
async function write(page: Page, text: string): Promise<void> {
  const typed = (field: { value: string; dispatchEvent(event: Event): void }, value: string) => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  await page.$eval(SUMMARY, typed as never, text);
}

/** Whether the browser would ask before this page is left. */
function asksBeforeLeaving(page: Page): Promise<unknown> {
  return page.evaluate(`(() => {
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    return leaving.defaultPrevented;
  })()`);
}

/** From now on all that the line beside the form says stands in `said`. */
async function noteWhatIsSaid(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    window.said = [];
    const line = document.querySelector('.save-state');
    new MutationObserver(() => said.push(line.textContent)).observe(line, { childList: true, subtree: true });
  })()`);
}

/** From now on: how many requests were gathered, and how those that were answered ended. */
async function countRequests(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    window.gathered = 0;
    window.statuses = [];
    document.addEventListener('htmx:config:request', () => { gathered += 1; });
    document.addEventListener('htmx:after:request', ({ detail }) => statuses.push(detail.ctx.response.status));
  })()`);
}

/** Holds back the first save of a page, and gives the way to wait for it; all that is asked for later passes. */
async function holdFirstSave(page: Page): Promise<() => Promise<HTTPRequest>> {
  await page.setRequestInterception(true);
  const first = new Promise<HTTPRequest>((resolve) => {
    let isFirst = true;
    page.on('request', (request) => {
      if (!isFirst || !request.url().endsWith('/tu-luu')) return void request.continue();
      isFirst = false;
      resolve(request);
    });
  });
  return () => first;
}
