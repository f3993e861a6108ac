import { NOMINATION_STATES, STEPS } from '../../src/domain/nomination-state';
import { WAY_STEPS } from '../../src/features/nominations/way.service';
import { hasMessage } from '../../src/platform/messages/message';
import { nominationsOf } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { type OfficeWorld, SENDER, officeWorld, sent, wordsOf } from '../support/office-world';
import { API } from '../support/opened-phase';
import { sendForm } from '../support/start-app';

const PENDING = { kind: 'complaint', status: 'pending', from: '2025-12-01', document: 'Đơn số 5' };

describeOnEachDatabase('the page of one nomination', (db) => {
  let world: OfficeWorld;
  let id: string;
  beforeAll(async () => {
    world = await officeWorld(db);
    id = await sent(world, 'TM-01', { report: { summary: 'Tóm tắt riêng của đơn vị.' } });
  });

  const page = async (agent = world.office, of = id) => (await agent.get(`/de-nghi/${of}`).expect(200)).text;
  const step = (name: string, fields: object = {}, agent = world.office, of = id) =>
    sendForm(agent, `/de-nghi/${of}/buoc/${name}`, `/de-nghi/${of}/buoc/${name}`, fields);
  const council = () =>
    world.app.browser({ username: 'uy-vien', name: 'Trần Văn Bình', groups: ['council'] });

  it('says who holds it, since when and what comes next, and what the unit wrote', async () => {
    const text = wordsOf(await page());
    expect(text).toContain('Hồ sơ đang ở Văn phòng');
    expect(text).toContain('Bước tiếp theo Văn phòng kiểm tra, tiếp nhận hoặc trả lại');
    expect(text).toContain('Tóm tắt riêng của đơn vị.');
    expect(text).toContain('Minh chứng tiêu chí a');
  });

  it('offers each the steps that are theirs, and another unit nothing at all', async () => {
    const steps = (html: string) => [...html.matchAll(/buoc\/([a-z]+)"/g)].map(([, name]) => name);
    const leader = await world.app.browser({ username: 'lanh-dao', groups: ['leadership'] });
    const stranger = await world.app.browser({ username: 'khac', groups: ['unit'], unit: 'Đơn vị khác' });
    expect(steps(await page())).toEqual(['return', 'accept', 'withdraw']);
    expect(steps(await page(world.unit.page))).toEqual(['withdraw']);
    expect(steps(await page(leader))).toEqual([]);
    expect((await stranger.get(`/de-nghi/${id}`)).status).toBe(404);
    expect((await (await council()).get(`/de-nghi/${id}`)).status).toBe(404);
  });

  it('takes no return without a reason, and keeps the case where it is', async () => {
    const refused = await step('return', { reason: '  ' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('id="reason-loi"');
    expect(wordsOf(await page())).toContain('Đã gửi, chờ tiếp nhận');
  });

  it('gives the unit the reason of a return, and asks again for what it mends', async () => {
    const returned = await step('return', { reason: 'Thiếu minh chứng tiêu chí d' });
    expect([returned.status, returned.headers.location]).toEqual([303, `/de-nghi/${id}`]);
    const text = wordsOf(await page(world.unit.page));
    expect(text).toContain('Trả lại để bổ sung');
    expect(text).toContain('Thiếu minh chứng tiêu chí d');
    await world.unit.api.post(`${API}/nominations/${id}/submission`).expect(201);
    expect((await step('accept')).status).toBe(303);
  });

  it('shows a unit neither the appraisal nor what was said of it inside', async () => {
    const entries = nominationsOf('hung-yen').nominations[0]?.scores.self;
    const reasons = {};
    const url = `${API}/nominations/${id}`;
    await world.app.agent
      .put(`${url}/scores/appraisal`)
      .set('If-Match', '"v0"')
      .send({ entries, reasons })
      .expect(200);
    expect((await step('appraise')).status).toBe(303);
    await step('reopen', { reason: 'Xem lại cho kỹ' });
    expect(wordsOf(await page())).toContain('Xem lại cho kỹ');
    const text = wordsOf(await page(world.unit.page));
    expect(text).not.toContain('Xem lại cho kỹ');
    expect(text).not.toContain('Điểm tự chấm của đơn vị và điểm thẩm định');
  });

  it('looks the same to the unit, byte for byte, when the case is held', async () => {
    const bare = (html: string) => html.replace(/name="_csrf" value="[^"]+"/g, '');
    const before = bare(await page(world.unit.page));
    const added = await world.app.agent.post(`${API}/nominations/${id}/matters`).send(PENDING).expect(201);
    expect(wordsOf(await page())).toContain('Tạm dừng chờ xác minh');
    expect(bare(await page(world.unit.page))).toBe(before);
    await world.app.agent.delete(`${API}/nominations/${id}/matters/${added.body.id}`).expect(204);
    expect(bare(await page(world.unit.page))).toBe(before);
  });

  it('tells a member of the council of the nominated unit to keep out', async () => {
    const of = world.ids.get('TT-01');
    const unit = 'Phòng Quản lý Khoa học';
    const who = { username: 'truong-phong', groups: ['council' as const], unit, headsUnit: true };
    const head = await world.app.browser(who);
    expect(await page(head, of)).toContain('Anh/chị không tham gia chấm điểm và bỏ phiếu hồ sơ này');
    const other = await page(await council(), of);
    expect(other).not.toContain('không tham gia chấm điểm');
    expect(other).toContain('điểm thẩm định của Văn phòng');
    expect(other).not.toContain('Vụ việc liên quan');
  });

  it('lets a unit throw its draft away on a page that says so', async () => {
    const made = { code: 'TM-09', subject: 'collective', name: 'Bản nháp', unit: SENDER };
    const phase = `${API}/campaigns/hung-yen-ha-tang-tiet-kiem/phases/GD1`;
    const draft = (await world.unit.api.post(`${phase}/nominations`).send(made).expect(201)).body.id;
    expect(await page(world.unit.page, draft)).toContain(`/de-nghi/${draft}/buoc/discard`);
    expect((await world.office.get(`/de-nghi/${draft}`)).status).toBe(404);
    expect((await step('discard', {}, world.unit.page, draft)).status).toBe(303);
    expect(wordsOf(await page(world.unit.page, draft))).toContain('Đã bỏ bản nháp');
  });

  it('has words for every state and every step', () => {
    const keys = [
      ...NOMINATION_STATES.flatMap((state) => [`state.${state}`, `next.${state}`]),
      ...STEPS.map((each) => `step.${each}`),
      ...WAY_STEPS.flatMap((each) => [`act.${each}`, `act.${each}.effect`, `act.${each}.hint`]),
      ...WAY_STEPS.map((each) => `flash.step.${each}`),
    ];
    expect(keys.filter((key) => !hasMessage(key))).toEqual([]);
  });

  it('knows no step but those of the way', async () => {
    expect((await world.office.get(`/de-nghi/${id}/buoc/decide`)).status).toBe(404);
    expect((await world.unit.page.get(`/de-nghi/${id}/buoc/accept`)).status).toBe(403);
  });
});
