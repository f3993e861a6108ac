import type { Page } from 'puppeteer';
import { TestDatabase } from '../support/each-database';
import { SENDER, sent } from '../support/office-world';
import { API, importWorkedCase } from '../support/opened-phase';
import { Web } from '../support/web';
import { type Clerk, clerk } from '../support/unit-clerk';

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
});

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
