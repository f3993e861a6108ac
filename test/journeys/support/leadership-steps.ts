import type { Clerk } from '../../support/clerk';
import { PHASE_AT } from './office-steps';

export const LEADERS_AT = `/lanh-dao/${PHASE_AT}`;
export const BK = 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh';
export const GK = 'Giấy khen của Giám đốc Sở Khoa học và Công nghệ';

/** A new proposal on what is stored now. */
export async function propose(leader: Clerk): Promise<void> {
  await leader.open(`${LEADERS_AT}/phuong-an`);
  await leader.press('Lập phương án mới');
  expect(await leader.read()).toContain('Đã lập phương án mới theo dữ liệu hiện nay.');
}

/** Decides as the proposal says for these nominees of one award and one pool. */
export async function decide(
  leader: Clerk,
  award: string,
  pool: string,
  names: readonly string[],
): Promise<void> {
  await leader.open(`${LEADERS_AT}/quyet-dinh`);
  await leader.press(award, pool);
  for (const name of names) await leader.choose(`Chọn ${name}`);
  await leader.press('Quyết định cho các hồ sơ đã chọn');
  expect(await leader.read()).toContain('Đã ghi quyết định, chờ người thứ hai xác nhận.');
}

/** The second person. */
export async function confirm(leader: Clerk, names: readonly string[]): Promise<void> {
  await leader.open(`${LEADERS_AT}/quyet-dinh`);
  for (const name of names) await leader.choose('Chọn xác nhận', undefined, name);
  await leader.press('Xác nhận các quyết định đã chọn');
  expect(await leader.read()).toContain('Đã xác nhận.');
}

export async function conclude(leader: Clerk): Promise<void> {
  await leader.open(`${LEADERS_AT}/ket-thuc`);
  await leader.press('Kết thúc xét khen thưởng');
  expect(await leader.read()).toContain('Đã kết thúc xét khen thưởng.');
}
