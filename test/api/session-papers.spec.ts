import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type TestAgent from 'supertest/lib/agent';
import {
  type CouncilWorld,
  MEMBERS,
  SESSIONS,
  cast,
  closePolls,
  councilWorld,
  member,
  openPolls,
  opened,
  planned,
} from '../council/support';
import { openPhase } from '../../src/features/campaigns/phase.queries';
import { closedSessions } from '../../src/features/dossiers/council-session';
import { CAMPAIGN } from '../support/cases';
import { readPdf, textOf } from '../dossiers/support/pdf';
import { scratchFolder } from '../dossiers/support/round';
import { describeOnEachDatabase } from '../support/each-database';

describeOnEachDatabase('the papers of a session', (db) => {
  let world: CouncilWorld;
  let folder: Awaited<ReturnType<typeof scratchFolder>>;
  let id: string;
  beforeAll(async () => {
    folder = await scratchFolder();
    world = await councilWorld(db);
    db.clock.set('2025-12-15T07:05:00.000Z');
    id = await opened(world, {
      codes: ['TT-01', 'CN-01'],
      roll: { [MEMBERS[1]]: 'absent', [MEMBERS[2]]: 'written' },
    });
  });
  afterAll(() => folder.remove());

  const bytesOf = async (agent: TestAgent, url: string) => {
    const { body } = await agent.get(url).buffer(true).expect(200).expect('Content-Type', 'application/pdf');
    return body as Buffer;
  };
  const read = async (agent: TestAgent, url: string) => {
    const path = join(folder.path, 'paper.pdf');
    await writeFile(path, await bytesOf(agent, url));
    return textOf(await readPdf(path));
  };
  const minutes = () => read(world.office, `${SESSIONS}/${id}/minutes`);

  it('invite everybody who has a seat, with time and place', async () => {
    const text = await read(world.office, `${SESSIONS}/${id}/invitation`);
    expect(text).toMatch(/Số: +\/GM-SKHCN/);
    expect(text).toContain(
      'Kính gửi: - Ông (Bà) Trần Văn Bảo, Chủ tịch Hội đồng; - Ông (Bà) Lê Thị Cúc, thành viên Hội đồng;',
    );
    expect(text).toContain('- Ông (Bà) Bùi Thu Nga, Thư ký Hội đồng.');
    expect(text).toContain('2. Thời gian: 14 giờ 00 phút, ngày 15 tháng 12 năm 2025.');
    expect(text).toContain('3. Địa điểm: Phòng họp tầng 3.');
    expect(text).toContain('xem xét 02 trường hợp, gồm 01 tập thể và 01 cá nhân.');
  });

  it('tell no count before the session is closed, not even of a vote that is', async () => {
    const items = await openPolls(world, id);
    for (const name of [MEMBERS[0], MEMBERS[3], MEMBERS[4]])
      await cast(member(world, name).api, id, items, 'yes').expect(201);
    await closePolls(world, id, items, 'một ý kiến bằng văn bản không gửi kịp').expect(201);
    const text = await minutes();
    expect(text).toContain('1 Phòng Quản lý Khoa học Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh 2');
    expect(text).not.toMatch(/3\/5|60,00|đạt tỷ lệ/);
  });

  it('hold the whole result once it is closed, in counts', async () => {
    db.clock.set('2025-12-15T09:30:00.000Z');
    await world.office.post(`${SESSIONS}/${id}/closing`).expect(201);
    const text = await minutes();
    expect(text).toMatch(/^SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH HƯNG YÊN HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG/);
    expect(text).toMatch(/Số: +\/BB-HĐTĐKT/);
    expect(text).toContain('1. Thời gian bắt đầu: 14 giờ 05 phút, ngày 15 tháng 12 năm 2025.');
    expect(text).toContain(
      'tổng số 05 thành viên; có mặt 03; vắng mặt nhưng gửi ý kiến bằng văn bản 01; vắng mặt, không có ý kiến 01.',
    );
    expect(text).toContain('- Có mặt: Trần Văn Bảo; Vũ Thị Hà; Đỗ Quang Minh.');
    expect(text).toContain('- Vắng mặt, gửi ý kiến bằng văn bản: Phạm Minh Dũng.');
    expect(text).toContain('Hình thức: bỏ phiếu kín.');
    expect(text).toContain('1 Phòng Quản lý Khoa học Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh 3/5 60,00');
    expect(text).toContain('1 Phòng Quản lý Khoa học 4 3 3 0 0');
    expect(text).toContain('lý do: một ý kiến bằng văn bản không gửi kịp.');
    expect(text).toContain(
      'a) Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh: 02 trường hợp đạt tỷ lệ phiếu đồng ý theo quy định (trên 1/2 tổng số thành viên Hội đồng), gồm: - Phòng Quản lý Khoa học;',
    );
    expect(text).toContain('Phiên họp kết thúc vào lúc 16 giờ 30 phút, ngày 15 tháng 12 năm 2025.');
    expect(text).toMatch(/THƯ KÝ .*CHỦ TỌA .*Trần Văn Bảo/);
  });

  it('are the same bytes at a browser, and linked on the page of the session', async () => {
    const page = member(world, MEMBERS[0]).page;
    const { text } = await page.get(`/hoi-dong/${id}`).expect(200);
    for (const [path, api] of [
      ['giay-moi.pdf', 'invitation'],
      ['bien-ban.pdf', 'minutes'],
    ]) {
      expect(text).toContain(`href="/hoi-dong/${id}/${path}"`);
      const there = await bytesOf(page, `/hoi-dong/${id}/${path}`);
      expect(there.equals(await bytesOf(world.office, `${SESSIONS}/${id}/${api}`))).toBe(true);
    }
  });

  it('are, of all sessions that are closed and no other, those of the whole phase', async () => {
    const found = await closedSessions(
      db.unitOfWork.reader,
      await openPhase(db.unitOfWork.reader, CAMPAIGN, 'GD1'),
    );
    expect(found.map(({ number, state, items }) => [number, state, items.length])).toEqual([
      [1, 'closed', 2],
    ]);
  });

  it('are not there for a unit, nor for a member without a seat', async () => {
    const other = await planned(world, MEMBERS.slice(0, 4));
    const left = member(world, MEMBERS[4]).api;
    const unit = await world.app.person({ username: 'don-vi', groups: ['unit'], unit: 'Đơn vị A' });
    for (const paper of ['minutes', 'invitation']) {
      expect((await left.get(`${SESSIONS}/${other}/${paper}`)).body.code).toBe('session-not-found');
      expect((await unit.get(`${SESSIONS}/${id}/${paper}`)).status).toBe(403);
    }
  });
});
