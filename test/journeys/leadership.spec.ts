import { importWorkedCase } from '../support/opened-phase';
import { describeInBrowser } from './support/in-browser';
import { BK, LEADERS_AT, confirm, decide, propose } from './support/leadership-steps';
import { DEPUTY, DIRECTOR } from './support/people';

const COLLECTIVE = 'Tiêu chí đối với tập thể';
const FIRST = 'Phòng Quản lý Khoa học';
const LOSER = 'Trung tâm Ứng dụng Tiến bộ KH&CN';

describeInBrowser('leadership', (at) => {
  beforeAll(() => importWorkedCase(at.web.app.agent));

  it('reads the cut lines, tries other numbers, and decides with two people', async () => {
    const [director, deputy] = [await at.clerk(DIRECTOR), await at.clerk(DEPUTY)];
    await director.open(LEADERS_AT);
    const ranking = await director.read();
    expect(ranking).toContain(`Hết chỉ tiêu ${BK}: 2/2 suất`);
    expect(ranking).toContain(`Dưới điểm sàn ${BK}: 90,00 điểm`);

    await director.open(`${LEADERS_AT}/gia-dinh`);
    await director.fill(BK, '3');
    await director.press('Xem ai thay đổi');
    expect(await director.read()).toContain(LOSER);
    expect(await director.read()).toContain('thay đổi kết quả');
    await director.open(LEADERS_AT);
    expect(await director.read()).toBe(ranking);

    await propose(director);
    await decide(director, BK, COLLECTIVE, [FIRST]);
    expect(await director.read()).not.toContain('Xác nhận các quyết định đã chọn');
    await deputy.open('/');
    expect(await deputy.read()).toContain('1 quyết định chờ anh/chị xác nhận');
    await confirm(deputy, [FIRST]);
    await director.open(`${LEADERS_AT}/so-quyet-dinh`);
    expect(await director.read()).toMatch(new RegExp(`${FIRST}[^]*Đã có hiệu lực`));
    await director.press('Văn bản của giai đoạn');
    const { bytes } = await director.download('Bản ngang', 'Danh sách đề nghị');
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('%PDF');
  });
});
