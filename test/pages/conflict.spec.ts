import type TestAgent from 'supertest/lib/agent';
import { describeOnEachDatabase } from '../support/each-database';
import { type OfficeWorld, SENDER, officeWorld, sent, wordsOf } from '../support/office-world';
import { API } from '../support/opened-phase';
import { formToken } from '../support/start-app';
import { fieldsIn, sendDraft } from '../support/unit-clerk';

describeOnEachDatabase('who was quicker', (db) => {
  let world: OfficeWorld;
  beforeAll(async () => {
    world = await officeWorld(db);
  });

  /** What the page as it was, sent again with a change, says of who was quicker. */
  const late = async (page: TestAgent, at: string, old: string, change: Record<string, string>) => {
    const { text, status } = await page
      .post(at)
      .type('form')
      .send({ ...fieldsIn(old), _csrf: formToken(old), ...change });
    expect(status).toBe(412);
    return wordsOf(text);
  };
  const note = (id: string) =>
    world.app.agent.post(`${API}/nominations/${id}/notes`).send({ text: 'Kiểm tra kín', forUnit: false });

  it('is who edited the draft, not who wrote the office a note of its own afterwards', async () => {
    const id = await sent(world, 'XD-1');
    await world.app.agent.post(`${API}/nominations/${id}/return`).send({ reason: 'Bổ sung' }).expect(201);
    const at = `/de-nghi/${id}/soan`;
    const { text: old } = await world.unit.page.get(at).expect(200);
    await sendDraft(world.unit, id, { 'said.0.text': 'Đã bổ sung' });
    await note(id).expect(201);
    expect(await late(world.unit.page, at, old, { 'said.0.text': 'Của tôi' })).toContain(
      'Chưa lưu: anh/chị đã sửa ở cửa sổ khác lúc',
    );
  });

  it('is who sent other self-scores through the API', async () => {
    const id = await sent(world, 'XD-2');
    await world.app.agent.post(`${API}/nominations/${id}/return`).send({ reason: 'Bổ sung' }).expect(201);
    const at = `/de-nghi/${id}/soan`;
    const { text: old } = await world.unit.page.get(at).expect(200);
    const other = await world.app.person({
      username: 'dong-nghiep',
      name: 'Lê Bình',
      groups: ['unit'],
      unit: SENDER,
    });
    const self = `${API}/nominations/${id}/scores/self`;
    await other
      .put(self)
      .set('If-Match', '"v1"')
      .send({ entries: { a: '11' } })
      .expect(200);
    expect(await late(world.unit.page, at, old, { 'said.0.text': 'Của tôi' })).toContain(
      'Chưa lưu: Lê Bình sửa lúc',
    );
  });

  it('is who appraised, not who wrote a note afterwards', async () => {
    const id = await sent(world, 'XD-3');
    await world.app.agent.post(`${API}/nominations/${id}/acceptance`).expect(201);
    const at = `/de-nghi/${id}/tham-dinh`;
    const { text: old } = await world.office.get(at).expect(200);
    const other = await world.app.browser({ username: 'chuyen-vien', name: 'Vũ Minh', groups: ['office'] });
    const { text } = await other.get(at).expect(200);
    const typed = { ...fieldsIn(text), _csrf: formToken(text), 'self.0': '10', 'reason.0': 'Muộn' };
    await other.post(at).type('form').send(typed).expect(303);
    await note(id).expect(201);
    expect(await late(world.office, at, old, { 'self.0': '9' })).toContain('Vũ Minh sửa lúc');
  });
});
