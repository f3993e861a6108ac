import { join } from 'node:path';
import type { Clerk } from '../../support/clerk';

const PLAN = join(__dirname, '../../golden/cases/hung-yen/campaign.yaml');
export const PHASE_AT = 'hung-yen-ha-tang-tiet-kiem/GD1';
export const PHASE_TITLE = 'Giai đoạn 2022-2025';

/** Files the worked plan from its file. */
export async function filePlan(office: Clerk): Promise<void> {
  await office.open('/phong-trao');
  await office.press('Nạp kế hoạch mới');
  await office.attach('Hoặc chọn tệp kế hoạch (YAML hoặc JSON)', PLAN);
  await office.press('Kiểm tra và nạp');
  expect(await office.read()).toContain('Đã nạp kế hoạch. Bước tiếp theo: mở giai đoạn.');
}

/** Opens the first phase, before the council has met; `day` as people write it. */
export async function openPhase(office: Clerk, day: string, members: number): Promise<void> {
  await office.open(`/phong-trao/${PHASE_AT}`);
  await office.press('Mở giai đoạn');
  expect(await office.read()).toContain('Mở giai đoạn là chốt kế hoạch');
  await office.fill('Ngày quyết định khen thưởng', day);
  await office.fill('Tổng số thành viên', String(members));
  await office.press('Mở giai đoạn');
  expect(await office.read()).toContain('Đã mở giai đoạn.');
}

/** The page of one nomination, found by its name on the list. */
export async function openCase(office: Clerk, name: string): Promise<void> {
  await office.open('/van-phong/tim');
  await office.press(name);
}

export async function giveBack(office: Clerk, name: string, reason: string): Promise<void> {
  await openCase(office, name);
  await office.press('Trả lại để bổ sung');
  await office.fill('Lý do', reason);
  await office.press('Trả lại để bổ sung');
  expect(await office.read()).toContain('Đã trả lại hồ sơ cho đơn vị.');
}

export async function accept(office: Clerk, name: string): Promise<void> {
  await openCase(office, name);
  await office.press('Tiếp nhận');
  expect(await office.read()).toContain('Đã tiếp nhận hồ sơ.');
}

/** One step for several nominations at once: first what would happen is shown, and nothing is done. */
export async function stepForMany(office: Clerk, act: string, names: readonly string[]): Promise<string> {
  await office.open('/van-phong/tim');
  for (const name of names) await office.choose(`Chọn ${name}`);
  await office.press(`${act}…`);
  const foretold = await office.read();
  await office.press(`${act} ${names.length} hồ sơ`);
  return foretold;
}

/** Points beside the unit's own, with a reason; then the appraisal ends. */
export async function appraise(
  office: Clerk,
  name: string,
  differing: { criterion: string; points: string; reason: string }[] = [],
): Promise<void> {
  await openCase(office, name);
  await office.press('Thẩm định');
  for (const { criterion, points, reason } of differing) {
    await office.fill('Điểm thẩm định', points, `Tiêu chí ${criterion}`);
    await office.fill('Lý do khác với điểm tự chấm', reason, `Tiêu chí ${criterion}`);
  }
  await office.press('Lưu và kết thúc thẩm định');
  expect(await office.read()).toContain('Đã kết thúc thẩm định.');
}
