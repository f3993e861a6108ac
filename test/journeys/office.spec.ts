import { importWorkedCase, openWorkedPhase } from '../support/opened-phase';
import { OTHER_COLLECTIVE, OTHER_PERSON } from './support/drafts';
import { describeInBrowser } from './support/in-browser';
import { openCase, stepForMany } from './support/office-steps';
import { OFFICE, OTHER_CLERK, OTHER_UNIT } from './support/people';
import { begin, nameEvidence, scoreItself, sendOff } from './support/unit-steps';

const PERSON = OTHER_PERSON.name;

describeInBrowser('the office before anything is accepted', (at) => {
  beforeAll(() => openWorkedPhase(at.web.app.agent));

  it('sees who has sent, does nothing before it was shown, and must say why it differs', async () => {
    const [office, binh] = [await at.clerk(OFFICE), await at.clerk(OTHER_CLERK)];
    await office.open('/van-phong');
    expect(await office.read()).toMatch(new RegExp(`${OTHER_UNIT}\\s+Chưa gửi`));
    for (const draft of [OTHER_COLLECTIVE, OTHER_PERSON]) {
      await begin(binh, draft);
      await scoreItself(binh, draft);
      await nameEvidence(binh, Object.keys(draft.points));
      await sendOff(binh);
    }
    const foretold = await stepForMany(office, 'Tiếp nhận', [OTHER_UNIT, PERSON]);
    expect(foretold).toContain('2 hồ sơ làm được');

    await openCase(office, PERSON);
    await office.press('Thẩm định');
    const place = () => office.page.evaluate(`document.querySelector('[name=ket-thuc]').offsetTop`);
    const before = await place();
    await office.fill('Điểm thẩm định', '25', 'Tiêu chí 2');
    if (at.javascript)
      await office.page.waitForFunction(`document.querySelector('[data-live-state]').innerText.length > 20`);
    expect(await place()).toBe(before);
    await office.press('Lưu và kết thúc thẩm định');
    expect(await office.read()).toContain('Điểm thẩm định khác điểm tự chấm nên cần ghi lý do.');
    await office.fill('Lý do khác với điểm tự chấm', 'Giải pháp mới áp dụng ở một phòng.', 'Tiêu chí 2');
    await office.press('Lưu và kết thúc thẩm định');
    expect(await office.read()).toContain('Lý do: Giải pháp mới áp dụng ở một phòng.');

    await binh.open('/don-vi');
    await binh.press(PERSON);
    expect(await binh.read()).not.toContain('Giải pháp mới áp dụng ở một phòng.');
  });
});

describeInBrowser('the office with many nominations', (at) => {
  beforeAll(() => importWorkedCase(at.web.app.agent));

  it('finds by words without diacritics, and takes the list away as a workbook', async () => {
    const office = await at.clerk(OFFICE);
    await office.open('/van-phong/tim');
    await office.fill('Tìm theo tên, đơn vị, nội dung hồ sơ', 'pho hien');
    await office.page.keyboard.press('Enter');
    await office.page.waitForFunction(`location.search.includes('q=pho')`);
    expect(await office.read()).toContain('Công ty cổ phần Công nghệ Phố Hiến');
    expect(await office.read()).not.toContain('Thanh tra Sở\nTT-');
    const { type, bytes } = await office.download('Xuất Excel');
    expect(type).toContain('spreadsheetml');
    expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK');
  });

  it('marks every row of a list that was narrowed down, and sees when one is left out', async () => {
    if (!at.javascript) return;
    const office = await at.clerk(OFFICE);
    const { page } = office;
    const all = async () => (await page.$('[data-check-all]:checked')) !== null;
    await office.open('/van-phong/tim');
    await office.fill('Tìm theo tên, đơn vị, nội dung hồ sơ', 'trung tam');
    await page.keyboard.press('Enter');
    await page.waitForFunction(`location.search.includes('q=trung')`);
    await page.locator('[data-check-all]').click();
    const rows = await page.$$('input[name=chon]');
    expect(rows.length).toBeGreaterThan(1);
    expect(await office.read()).toContain(`Đã chọn ${rows.length}`);
    await rows[0]?.click();
    expect([await all(), await office.read()]).toEqual([
      false,
      expect.stringContaining(`Đã chọn ${rows.length - 1}`),
    ]);
    await rows[0]?.click();
    expect(await all()).toBe(true);
  });
});
