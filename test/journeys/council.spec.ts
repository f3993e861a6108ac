import { councilWorld } from '../council/support';
import { countAndClose, openPolls, prepareSession, voteYes } from './support/council-steps';
import { describeInBrowser } from './support/in-browser';
import { HEAD, MEMBERS, OFFICE } from './support/people';

const NOMINEE = 'Phòng Quản lý Khoa học';
const TOO_NEAR = { ...HEAD, unit: NOMINEE };
const COUNCIL = [...MEMBERS, TOO_NEAR];

describeInBrowser('the council', (at) => {
  beforeAll(() => councilWorld(at.db, {}, at.web.app));

  it('is told what waits, votes once and in secret, and learns the counts when they are counted', async () => {
    for (const who of COUNCIL) await at.web.app.browser(who);
    const office = await at.clerk(OFFICE);
    await prepareSession(office, COUNCIL, [NOMINEE]);
    await openPolls(office, COUNCIL);

    const [first] = MEMBERS;
    const cuc = await at.clerk(first as (typeof MEMBERS)[number]);
    await cuc.open('/');
    expect(await cuc.read()).toContain('Bỏ phiếu 2 nội dung');
    expect(await voteYes(cuc)).toHaveLength(2);
    await cuc.open('/hoi-dong');
    expect(await cuc.read()).not.toContain('Bỏ phiếu 2 nội dung');
    await cuc.press('Phiên họp xét khen thưởng giai đoạn 2022-2025');
    expect(await cuc.read()).toContain('Đã bỏ phiếu 1/3');
    expect(await cuc.read()).not.toMatch(/đồng ý \d/i);

    const head = await at.clerk(TOO_NEAR);
    await head.open('/hoi-dong');
    expect(await head.read()).not.toContain('Bỏ phiếu 2 nội dung');
    for (const who of MEMBERS.slice(1)) await voteYes(await at.clerk(who));
    await office.page.reload();
    await countAndClose(office);
    await cuc.page.reload();
    expect(await cuc.read()).toContain('Đồng ý 3, không đồng ý 0, không có ý kiến 0');
    expect(await cuc.read()).toContain('Không tham gia vì có liên quan: Trần Văn Bảo');
  });
});
