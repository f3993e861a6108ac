import { Clerk } from '../../support/clerk';
import type { Who } from '../../support/start-app';
import type { Visit } from './in-browser';

const GROUP_LABELS: Record<Who['groups'][number], string> = {
  unit: 'Đơn vị',
  office: 'Văn phòng',
  council: 'Hội đồng',
  leadership: 'Lãnh đạo',
  administrator: 'Quản trị',
};
const OWN_PASSWORD = 'mua-xuan-nam-2026';

/** The administrator makes the account on the page; gives the one-time password that is shown once. */
export async function makeAccount(administrator: Clerk, who: Who): Promise<string> {
  await administrator.open('/quan-tri/tai-khoan');
  await administrator.press('Lập tài khoản');
  await administrator.fill('Tên đăng nhập', who.username);
  await administrator.fill('Họ và tên', who.name ?? who.username);
  for (const group of who.groups) await administrator.choose(GROUP_LABELS[group], undefined, 'Nhóm');
  if (who.unit) await administrator.fill('Đơn vị chưa có trong danh sách', who.unit);
  if (who.headsUnit) await administrator.choose('Đứng đầu đơn vị');
  await administrator.press('Lập tài khoản');
  const shown = await administrator.read();
  expect(shown).toContain('Đã lập tài khoản.');
  return /Mật khẩu\n([^\n]+)/.exec(shown)?.[1]?.trim() ?? '';
}

/** Logs in with what the administrator has handed over, and gets no further than the page for a password of one's own. */
export async function enterFirst({ web, javascript }: Visit, who: Who, oneTime: string): Promise<Clerk> {
  const clerk = await Clerk.stranger(web, { javascript });
  await clerk.open('/dang-nhap');
  await clerk.fill('Tên đăng nhập', who.username);
  await clerk.fill('Mật khẩu', oneTime);
  await clerk.press('Đăng nhập');
  await clerk.open('/');
  expect(await clerk.read()).toContain('Đổi mật khẩu');
  await clerk.fill('Mật khẩu hiện tại', oneTime);
  await clerk.fill('Mật khẩu mới', OWN_PASSWORD);
  await clerk.fill('Nhập lại mật khẩu mới', OWN_PASSWORD);
  await clerk.press('Đổi mật khẩu');
  expect(await clerk.read()).toContain('Đã đổi mật khẩu.');
  return clerk;
}
