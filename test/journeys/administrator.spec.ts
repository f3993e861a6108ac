import { enterFirst, makeAccount } from './support/account-steps';
import { describeInBrowser } from './support/in-browser';
import { ADMINISTRATOR, OFFICE, UNIT, UNIT_CLERK } from './support/people';

describeInBrowser('an administrator', (at) => {
  it('makes accounts, hands over passwords that work once, and takes an account back', async () => {
    const administrator = await at.clerk(ADMINISTRATOR);
    const oneTime = await makeAccount(administrator, UNIT_CLERK);
    expect(oneTime).toMatch(/^\S{10,}$/);

    const an = await enterFirst(at, UNIT_CLERK, oneTime);
    await an.open('/don-vi');
    expect(await an.read()).toContain(UNIT);

    await administrator.press('Đã giao xong, về danh sách tài khoản');
    expect(await administrator.read()).not.toContain(oneTime);
    await administrator.press('Nguyễn Văn An');
    await administrator.press('Khóa tài khoản');
    expect(await administrator.read()).toContain('mọi phiên đăng nhập kết thúc ngay');
    await administrator.press('Khóa tài khoản');
    expect(await administrator.read()).toContain('Đã khóa tài khoản');

    await an.open('/don-vi');
    expect(an.path).toBe('/dang-nhap');
    await an.leave();
    await administrator.leave();
  });

  it('reads no case and opens no desk', async () => {
    const administrator = await at.clerk(ADMINISTRATOR);
    await administrator.open('/');
    const doors = await administrator.page.$$eval('.menu a', (links) =>
      links.map(({ innerText }) => innerText),
    );
    expect(doors).not.toContain('Văn phòng');
    await expect(administrator.open('/van-phong')).rejects.toThrow('/van-phong answers 403');
    await administrator.leave();
  });

  it('is told in words what is wrong with an account, and what was typed stays', async () => {
    const administrator = await at.clerk(ADMINISTRATOR);
    await makeAccount(administrator, OFFICE);
    await administrator.open('/quan-tri/tai-khoan/moi');
    await administrator.fill('Tên đăng nhập', OFFICE.username);
    await administrator.fill('Họ và tên', 'Người trùng tên');
    await administrator.choose('Văn phòng', undefined, 'Nhóm');
    await administrator.press('Lập tài khoản');
    expect(await administrator.read()).toContain('đã có');
    const name = await administrator.page.$eval('input[name="name"]', ({ value }) => value);
    expect(name).toBe('Người trùng tên');
    await administrator.leave();
  });
});
