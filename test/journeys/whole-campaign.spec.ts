import type { Clerk } from '../support/clerk';
import { enterFirst, makeAccount } from './support/account-steps';
import { prepareSession, countAndClose, openPolls, voteYes } from './support/council-steps';
import { OTHER_COLLECTIVE, OTHER_PERSON, OWN_COLLECTIVE } from './support/drafts';
import { describeInBrowser } from './support/in-browser';
import { BK, GK, LEADERS_AT, conclude, confirm, decide, propose } from './support/leadership-steps';
import { accept, appraise, filePlan, giveBack, openPhase, stepForMany } from './support/office-steps';
import {
  ADMINISTRATOR,
  DEPUTY,
  DIRECTOR,
  HEAD,
  MEMBERS,
  OFFICE,
  OTHER_CLERK,
  OTHER_UNIT,
  UNIT,
  UNIT_CLERK,
} from './support/people';
import { addEvidence, begin, nameEvidence, scoreItself, sendOff } from './support/unit-steps';

const PEOPLE = [OFFICE, UNIT_CLERK, OTHER_CLERK, HEAD, ...MEMBERS, DIRECTOR, DEPUTY];
const PERSON = OTHER_PERSON.name;

describeInBrowser('a whole campaign, from the accounts to the dossier', (at) => {
  const clerks = new Map<string, Clerk>();
  const clerk = ({ username }: { username: string }) => clerks.get(username) as Clerk;

  it('begins with accounts that the administrator hands over', async () => {
    const administrator = await at.clerk(ADMINISTRATOR);
    for (const who of PEOPLE)
      clerks.set(who.username, await enterFirst(at, who, await makeAccount(administrator, who)));
    expect(clerks.size).toBe(PEOPLE.length);
  }, 180_000);

  it('is opened by the office with the plan as it was written', async () => {
    await filePlan(clerk(OFFICE));
    await openPhase(clerk(OFFICE), '20/12/2025', MEMBERS.length + 1);
    await clerk(UNIT_CLERK).open('/don-vi');
    expect(await clerk(UNIT_CLERK).read()).toContain('Lập đề nghị mới');
  });

  it('receives what two units write', async () => {
    const [an, binh] = [clerk(UNIT_CLERK), clerk(OTHER_CLERK)];
    await begin(an, OWN_COLLECTIVE);
    await scoreItself(an, OWN_COLLECTIVE);
    await nameEvidence(an, ['b', 'c', 'd', 'đ']);
    await an.press('Lưu bản nháp');
    await addEvidence(an, 'a', 'Báo cáo kết quả năm 2025');
    await an.press('Soạn tiếp');
    await sendOff(an);
    for (const draft of [OTHER_COLLECTIVE, OTHER_PERSON]) {
      await begin(binh, draft);
      await scoreItself(binh, draft);
      await nameEvidence(binh, Object.keys(draft.points));
      await sendOff(binh);
    }
    const office = clerk(OFFICE);
    await office.open('/');
    expect(await office.read()).toContain('3 đề nghị chờ tiếp nhận');
  });

  it('gives one back with a reason, and gets it again mended', async () => {
    await giveBack(clerk(OFFICE), UNIT, 'Bổ sung số liệu giải ngân năm 2025.');
    const an = clerk(UNIT_CLERK);
    await an.open('/thong-bao');
    expect(await an.read()).toContain('Lý do: Bổ sung số liệu giải ngân năm 2025.');
    await an.open('/don-vi');
    await an.press('Bổ sung');
    await an.fill('Kết quả đạt được', 'Giải ngân 100% vốn được giao.', 'Tiêu chí c');
    await sendOff(an, 'Đã bổ sung ở tiêu chí c.');
  });

  it('is accepted one by one and several at once, and appraised', async () => {
    const office = clerk(OFFICE);
    await accept(office, UNIT);
    const foretold = await stepForMany(office, 'Tiếp nhận', [OTHER_UNIT, PERSON]);
    expect(foretold).toContain(PERSON);
    await appraise(office, UNIT, [
      { criterion: 'd', points: '18', reason: 'Một sáng kiến chưa được công nhận.' },
    ]);
    await appraise(office, OTHER_UNIT);
    await appraise(office, PERSON);
  });

  it('goes to the council, which votes in secret without whoever is too near', async () => {
    const office = clerk(OFFICE);
    const council = [...MEMBERS, HEAD];
    await prepareSession(office, council, [UNIT, OTHER_UNIT, PERSON]);
    await openPolls(office, council);
    expect(await voteYes(clerk(HEAD))).toHaveLength(4);
    await office.page.reload();
    expect(await office.read()).toContain('Đã bỏ phiếu 1/4');
    expect(await office.read()).not.toMatch(/Đồng ý \d/);
    for (const member of MEMBERS) expect(await voteYes(clerk(member))).toHaveLength(6);
    await office.press('Kết thúc biểu quyết');
    expect(await office.read()).toContain('Không còn ai');
    await office.press('Về phiên họp');
    await countAndClose(office);
    const minutes = await office.read();
    expect(minutes).toContain(`Không tham gia vì có liên quan: ${HEAD.name}`);
    expect(minutes).toContain('Đồng ý 3, không đồng ý 0, không có ý kiến 0');
    expect(minutes).toContain('Đồng ý 4, không đồng ý 0, không có ý kiến 0');
    expect(minutes).toContain('Đủ: 4/4 thành viên');
    expect(minutes).not.toContain('Ý kiến của từng thành viên');
  });

  it('is decided by one leader and confirmed by another, while trying things out touches nothing', async () => {
    const [director, deputy] = [clerk(DIRECTOR), clerk(DEPUTY)];
    await director.open(LEADERS_AT);
    const ranking = await director.read();
    expect(ranking).toContain(UNIT);
    await propose(director);
    await director.open(`${LEADERS_AT}/gia-dinh`);
    await director.press('Xem ai thay đổi');
    expect(await director.read()).toContain('Không ai thay đổi kết quả');
    await decide(director, BK, OWN_COLLECTIVE.set, [UNIT]);
    await decide(director, GK, OWN_COLLECTIVE.set, [OTHER_UNIT]);
    expect(await director.read()).toContain('Chờ người khác');
    expect(await director.read()).not.toContain('Xác nhận các quyết định đã chọn');
    await confirm(deputy, [UNIT, OTHER_UNIT]);
    await conclude(deputy);
  });

  it('is told to nobody before it is published, and then to each unit its own', async () => {
    const an = clerk(UNIT_CLERK);
    await an.open('/don-vi');
    expect(await an.read()).not.toContain('Đã có kết quả');
    const office = clerk(OFFICE);
    await office.open('/');
    await office.press('Công bố');
    await office.press('Công bố kết quả');
    expect(await office.read()).toContain('Đã công bố kết quả.');
    await an.open('/thong-bao');
    expect(await an.read()).toContain('Đã công bố kết quả xét khen thưởng');
    await an.open('/don-vi');
    await an.press(UNIT);
    expect(await an.read()).toContain('Đã thông báo kết quả');
    expect(await an.read()).not.toContain(OTHER_UNIT);
    // The unit's own result, with the reason for the award that it did not get.
    const [own = ''] = /Kết quả xét khen thưởng[^]*/.exec(await an.read()) ?? [];
    expect(own).toMatch(new RegExp(`Được tặng ${BK}`));
    expect(own).toMatch(new RegExp(`${GK}\\s+Không được tặng[^]*cao hơn`));
    await an.open('/don-vi');
    await an.press('Kết quả đã công bố');
    expect(await an.read()).toMatch(new RegExp(`${UNIT}[^]*${BK}`));
    const binh = clerk(OTHER_CLERK);
    await binh.open('/don-vi');
    expect(await binh.read()).not.toContain(UNIT);
  });

  it('ends with the papers', async () => {
    const director = clerk(DIRECTOR);
    await director.open(`${LEADERS_AT}/so-quyet-dinh`);
    await director.press('Văn bản của giai đoạn');
    const { type, bytes } = await director.download('PDF', 'Tờ trình');
    expect(type).toBe('application/pdf');
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });
});
