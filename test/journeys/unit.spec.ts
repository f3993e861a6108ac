import { Clerk } from '../support/clerk';
import { openWorkedPhase } from '../support/opened-phase';
import { OWN_COLLECTIVE } from './support/drafts';
import { describeInBrowser } from './support/in-browser';
import { accept, giveBack } from './support/office-steps';
import { OFFICE, OTHER_CLERK, UNIT, UNIT_CLERK } from './support/people';
import { addEvidence, begin, scoreItself, sendOff } from './support/unit-steps';

describeInBrowser('a unit', (at) => {
  beforeAll(() => openWorkedPhase(at.web.app.agent));

  it('drafts, is given back, mends and sends again, and sees nothing of another unit', async () => {
    const an = await at.clerk(UNIT_CLERK);
    await an.open('/don-vi');
    expect(await an.read()).toContain('Đơn vị chưa có đề nghị nào trong giai đoạn này');

    await begin(an, OWN_COLLECTIVE);
    await scoreItself(an, OWN_COLLECTIVE);
    if (at.javascript) await savedByItself(an);
    await an.press('Lưu bản nháp');
    expect(await an.read()).toContain('Đã lưu bản nháp.');
    expect(await an.read()).toContain('Tổng tự chấm\n96,50 / 100 điểm');
    await addEvidence(an, 'a', 'Báo cáo kết quả năm 2025');
    expect(await an.read()).toContain('Báo cáo kết quả năm 2025');
    await an.press('Soạn tiếp');
    await an.press('Kiểm tra và gửi');
    expect(await an.read()).toContain('Tiêu chí b: thiếu minh chứng bắt buộc');
    expect(await an.read()).not.toContain('Tiêu chí a: thiếu minh chứng bắt buộc');
    await an.press('Gửi hồ sơ');
    expect(await an.read()).toContain('Đã gửi, chờ tiếp nhận');

    const office = await at.clerk(OFFICE);
    await giveBack(office, UNIT, 'Bổ sung số liệu giải ngân năm 2025.');

    await an.open('/don-vi');
    expect(await an.read()).toContain(`Bổ sung theo yêu cầu của Văn phòng: ${UNIT}`);
    await an.press('Bổ sung');
    expect(await an.read()).toContain('Bổ sung số liệu giải ngân năm 2025.');
    await an.fill('Kết quả', 'Giải ngân 100% vốn được giao trong năm 2025.', 'Tiêu chí c');
    await sendOff(an, 'Đã bổ sung ở tiêu chí c.');

    await accept(office, UNIT);
    expect(await office.read()).toContain('Đã bổ sung ở tiêu chí c.');
    expect(await office.read()).toContain('Giải ngân 100% vốn được giao trong năm 2025.');

    const binh = await at.clerk(OTHER_CLERK);
    await binh.open('/don-vi');
    expect(await binh.read()).not.toContain(UNIT);
  });

  it('keeps what was typed when it cannot be stored, and says beside the field what is wrong', async () => {
    const an = await at.clerk(UNIT_CLERK);
    await begin(an, { ...OWN_COLLECTIVE, code: 'TT-SAI' });
    await an.fill('Điểm tự chấm', '25', 'Tiêu chí a');
    await an.press('Lưu bản nháp');
    const text = await an.read();
    expect(text).toContain('Điểm 25 vượt điểm tối đa 20');
  });
});

/** The line beside the form says that it is stored, without anybody pressing anything. */
async function savedByItself(clerk: Clerk): Promise<void> {
  await clerk.page.waitForFunction(
    `/Đã lưu lúc \\d\\d:\\d\\d/.test(document.querySelector('[data-save-state]').innerText)`,
    { timeout: 20_000 },
  );
}
