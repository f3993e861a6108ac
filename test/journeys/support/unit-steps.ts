import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clerk } from '../../support/clerk';
import { pdf } from '../../evidence/support/files';

/** What a clerk types for one nomination. */
export interface Draft {
  name: string;
  code: string;
  set: string;
  /** By criterion, as typed. */
  points: Record<string, string>;
  /** The condition that is either met or not. */
  gate?: string;
}

/** From the first page of the unit to the form of a new draft. */
export async function begin(clerk: Clerk, { name, code, set }: Draft): Promise<void> {
  await clerk.open('/don-vi');
  await clerk.press('Lập đề nghị mới');
  await clerk.choose(set);
  await clerk.fill('Tên tập thể hoặc họ và tên cá nhân', name);
  await clerk.fill('Mã đề nghị', code);
  await clerk.press('Lập và soạn tiếp');
  expect(await clerk.read()).toContain('Đã lập bản nháp.');
}

/** Self-scores every criterion, one after the other. */
export async function scoreItself(clerk: Clerk, { points, gate }: Draft): Promise<void> {
  for (const [criterion, given] of Object.entries(points))
    await clerk.fill('Điểm tự chấm', given, `Tiêu chí ${criterion}`);
  if (gate) await clerk.choose('Đạt', undefined, gate);
}

/** Names a paper as evidence for each of these criteria, in the rows of the form. */
export async function nameEvidence(clerk: Clerk, criteria: readonly string[]): Promise<void> {
  for (const criterion of criteria) {
    await clerk.fill('Tên minh chứng', `Báo cáo tiêu chí ${criterion}`, `Tiêu chí ${criterion}`);
    await clerk.fill('Số, ký hiệu văn bản', '15/BC-KHTC', `Tiêu chí ${criterion}`);
  }
}

/** From the form: adds a PDF as evidence to one criterion, and comes back to the form. */
export async function addEvidence(clerk: Clerk, criterion: string, title: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'thidua-bao-cao-'));
  try {
    const file = join(folder, 'bao-cao.pdf');
    await writeFile(file, pdf(title));
    await clerk.press('Tệp minh chứng');
    await clerk.choose('Tiêu chí', `Tiêu chí ${criterion}: `);
    await clerk.attach('Tệp', file);
    await clerk.fill('Tên minh chứng', title);
    await clerk.press('Thêm minh chứng', 'Tên minh chứng');
  } finally {
    await rm(folder, { recursive: true });
  }
  expect(await clerk.read()).toContain('Đã thêm minh chứng.');
}

/** From the form to the office. */
export async function sendOff(clerk: Clerk, answer?: string): Promise<void> {
  await clerk.press('Kiểm tra và gửi');
  if (answer) await clerk.fill('Trả lời yêu cầu bổ sung', answer);
  await clerk.press('Gửi hồ sơ');
  expect(await clerk.read()).toContain('Đã gửi đề nghị tới Văn phòng.');
}
