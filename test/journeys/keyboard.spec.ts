import { Clerk } from '../support/clerk';
import { openWorkedPhase } from '../support/opened-phase';
import { PASSWORD } from '../support/start-app';
import { describeInBrowser } from './support/in-browser';
import { UNIT_CLERK } from './support/people';

describeInBrowser('a clerk without a mouse', (at) => {
  beforeAll(() => openWorkedPhase(at.web.app.agent));

  it('logs in and begins a nomination with Tab, space and Enter', async () => {
    await at.web.app.browser(UNIT_CLERK);
    const clerk = await Clerk.stranger(at.web, { javascript: at.javascript });
    await clerk.open('/dang-nhap');
    await tabTo(clerk, 'Tên đăng nhập');
    await clerk.page.keyboard.type(UNIT_CLERK.username);
    await tabTo(clerk, 'Mật khẩu');
    await clerk.page.keyboard.type(PASSWORD);
    await enter(clerk);
    expect(clerk.path).toBe('/');

    await clerk.open('/don-vi');
    await tabTo(clerk, 'Lập đề nghị mới');
    await enter(clerk);
    await tabTo(clerk, 'Tiêu chí đối với tập thể');
    await clerk.page.keyboard.press('Space');
    await tabTo(clerk, 'Tên tập thể hoặc họ và tên cá nhân');
    await clerk.page.keyboard.type('Tổ Tổng hợp');
    await enter(clerk);
    expect(await clerk.read()).toContain('Đã lập bản nháp.');
    expect(await clerk.read()).toContain('Tổ Tổng hợp');
  });

  it('jumps over the menu to what the page is about', async () => {
    const clerk = await at.clerk(UNIT_CLERK);
    await clerk.open('/don-vi');
    await clerk.page.keyboard.press('Tab');
    expect(await focused(clerk)).toBe('Đến nội dung chính');
    await clerk.page.keyboard.press('Enter');
    await clerk.page.keyboard.press('Tab');
    expect(await clerk.page.evaluate(`document.querySelector('main').contains(document.activeElement)`)).toBe(
      true,
    );
  });
});

const MOST_TABS = 60;

/** Goes on with Tab until what has the focus says that it is this. */
async function tabTo(clerk: Clerk, name: string): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    await clerk.page.keyboard.press('Tab');
    if ((await focused(clerk)).startsWith(name)) return;
  }
  throw new Error(`Tab does not come to “${name}” on ${clerk.page.url()}`);
}

/** The label, or the text, of what has the focus. */
async function focused(clerk: Clerk): Promise<string> {
  const name = `(({ labels, innerText }) => (labels?.[0]?.innerText ?? innerText).trim())(document.activeElement)`;
  return String(await clerk.page.evaluate(name));
}

async function enter(clerk: Clerk): Promise<void> {
  await Promise.all([clerk.page.waitForNavigation(), clerk.page.keyboard.press('Enter')]);
}
