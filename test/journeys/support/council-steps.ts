import type { Clerk } from '../../support/clerk';
import type { Who } from '../../support/start-app';
import { PHASE_TITLE } from './office-steps';

export const SESSION = 'Phiên họp xét khen thưởng giai đoạn 2022-2025';

const labelOf = ({ name, username }: Who) => `${name} (${username})`;

/** Plans the session with its members and puts these nominees on the agenda; ends on the page of the session. */
export async function prepareSession(
  office: Clerk,
  [chair, ...members]: readonly Who[],
  names: readonly string[],
): Promise<void> {
  await planSession(office, chair as Who, members);
  for (const name of names) await office.choose(`Chọn ${name}`);
  await office.choose('Bỏ phiếu kín');
  await office.press('Đưa vào chương trình');
  expect(await office.read()).toContain('Đã đưa vào chương trình.');
  for (const name of names) expect(await office.read()).toContain(name);
  await office.open('/hoi-dong');
  await office.press(SESSION);
}

async function planSession(office: Clerk, chair: Who, members: readonly Who[]): Promise<void> {
  await office.open('/hoi-dong');
  await office.press('Lập phiên họp');
  await office.choose('Giai đoạn xét khen thưởng', PHASE_TITLE);
  await office.fill('Tên phiên họp', SESSION);
  await office.fill('Ngày họp', '02/03/2026');
  await office.fill('Giờ họp', '14:00');
  await office.fill('Địa điểm', 'Phòng họp tầng 3');
  await office.choose('Chủ tọa', labelOf(chair));
  for (const member of members) await office.choose(labelOf(member), undefined, 'Thành viên');
  await office.press('Lưu phiên họp');
  expect(await office.read()).toContain('Đã lập phiên họp. Tiếp theo, đưa các đề nghị vào chương trình.');
}

/** From the page of the session: everybody is there, and the ballots open. */
export async function openPolls(office: Clerk, everybody: readonly Who[]): Promise<void> {
  await office.press('Điểm danh');
  for (const { name = '' } of everybody) await office.choose('Có mặt', undefined, name);
  await office.press('Lưu điểm danh');
  expect(await office.read()).toContain('Đã lưu điểm danh.');
  await office.press('Khai mạc phiên họp');
  expect(await office.read()).toContain('Đã khai mạc phiên họp.');
  await office.press('Mở biểu quyết');
  await office.press('Mở biểu quyết');
  expect(await office.read()).toContain('Đã mở biểu quyết.');
}

/** One member says yes to everything that is asked of them; gives the questions. */
export async function voteYes(member: Clerk): Promise<string[]> {
  await member.open('/hoi-dong');
  await member.press('Bỏ phiếu');
  const questions = [...(await member.read()).matchAll(/^(\d+\. .*) \*$/gm)].map(([, line = '']) => line);
  for (const question of questions) await member.choose('Đồng ý', undefined, question);
  await member.press('Bỏ phiếu');
  expect(await member.read()).toContain('Đã nhận phiếu của anh/chị. Xin cảm ơn.');
  return questions;
}

/** From the page of the session: the ballots are counted, and the session ends. */
export async function countAndClose(office: Clerk): Promise<void> {
  await office.press('Kết thúc biểu quyết');
  await office.press('Kết thúc và kiểm phiếu');
  expect(await office.read()).toContain('Đã kiểm phiếu.');
  await office.press('Bế mạc phiên họp');
  await office.press('Bế mạc phiên họp');
  expect(await office.read()).toContain('Đã bế mạc phiên họp.');
}
