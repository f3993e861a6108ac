import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../../src/domain/access';
import { OpinionRow } from '../../src/features/council/opinion.entity';
import { RollRow } from '../../src/features/council/roll.entity';
import { describeOnEachDatabase } from '../support/each-database';
import {
  type CouncilWorld,
  MEMBERS,
  SECRETARY,
  SESSIONS,
  cast,
  closePolls,
  councilWorld,
  member,
  openPolls,
  opened,
  sessionOf,
} from './support';

const codesOf = ({ body }: { body: { findings?: { code: string }[] } }) =>
  body.findings?.map(({ code }) => code);

describeOnEachDatabase('a vote', (db) => {
  let world: CouncilWorld;
  beforeAll(async () => {
    // The third member heads the unit that is nominated as TT-05.
    const heads = { unit: 'Văn phòng Sở', headsUnit: true };
    world = await councilWorld(db, { who: (name) => (name === MEMBERS[2] ? heads : {}) });
  });
  const api = (name: string) => member(world, name).api;
  const voteOf = (items: { id: string }[], mark: string) =>
    items.map(({ id }) => ({ item: id, marks: [mark] }));

  it('counts once however often it is sent at the same moment', async () => {
    const id = await opened(world, { codes: ['TT-01'] });
    const items = await openPolls(world, id);
    const sent = await Promise.all(
      Array.from({ length: 8 }, (_, at) => cast(api(MEMBERS[1]), id, items, at % 2 ? 'yes' : 'no')),
    );
    expect(sent.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(sent.filter(({ status }) => status === 422)).toHaveLength(7);
    expect(codesOf(await cast(api(MEMBERS[1]), id, items, 'yes'))).toEqual(['voted-already']);
    for (const name of [MEMBERS[0], MEMBERS[2]]) await cast(api(name), id, items, 'yes').expect(201);
    await closePolls(world, id, items, 'Hai thành viên về trước').expect(201);
    const [closed] = (await sessionOf(world.office, id)).items;
    expect(closed?.result).toMatchObject({ eligible: 5, voted: 3 });
    const { yes = 0, no = 0, abstain } = closed?.result?.tally ?? {};
    expect([yes + no, abstain]).toEqual([3, 0]);
  });

  it('is refused from the secretary, the absent, the recused and strangers to the session', async () => {
    const id = await opened(world, { codes: ['TT-05'], roll: { [MEMBERS[3]]: 'absent' } });
    const items = await openPolls(world, id);
    const answers = [];
    for (const name of [SECRETARY, MEMBERS[3], MEMBERS[2]]) {
      const { status, body } = await cast(api(name), id, items, 'yes');
      answers.push([status, body.code, codesOf({ body })]);
    }
    expect(answers).toEqual([
      [422, 'seat-without-vote', undefined],
      [422, 'seat-not-present', undefined],
      [422, 'vote-refused', ['vote-recused']],
    ]);
    const outside = await world.app.person({ username: 'uy-vien-khac', groups: ['council'] });
    expect((await cast(outside, id, items, 'yes')).body.code).toBe('session-not-found');
    expect((await cast(world.office, id, items, 'yes')).status).toBe(403);
    const [item] = (await sessionOf(world.office, id)).items;
    expect([item?.recused, item?.voters, item?.voted]).toEqual([[MEMBERS[2]], 3, 0]);
  });

  it.each([
    ['nothing', []],
    ['two answers', ['yes', 'no']],
    ['the same twice', ['yes', 'yes']],
    ['an answer that there is not', ['maybe']],
  ])('is refused with %s', async (_what, marks) => {
    const id = await opened(world, { codes: ['TT-02'] });
    const items = await openPolls(world, id);
    expect(codesOf(await cast(api(MEMBERS[0]), id, items, ...marks))).toEqual(['vote-invalid']);
    expect((await sessionOf(world.office, id)).items[0]?.voted).toBe(0);
  });

  it('lands with all the others of the paper or not at all', async () => {
    const id = await opened(world, { codes: ['TT-07', 'CN-01'] });
    const items = await openPolls(world, id);
    await cast(api(MEMBERS[0]), id, items.slice(0, 1), 'yes').expect(201);
    const answer = await cast(api(MEMBERS[0]), id, items, 'yes');
    expect(answer.body.findings.map(({ path }: { path: string[] }) => path)).toEqual([
      ['votes', items[0]?.id],
    ]);
    expect((await sessionOf(world.office, id)).items.map(({ voted }) => voted)).toEqual([1, 0]);
  });

  it('with names is shown after closing, and nothing of it before', async () => {
    const id = await opened(world, { codes: ['CN-02'], method: 'open', roll: { [MEMBERS[4]]: 'written' } });
    const items = await openPolls(world, id);
    const seats = (await sessionOf(world.office, id)).seats;
    const marks = ['yes', 'no', 'yes', 'abstain'];
    for (const [at, mark] of marks.entries()) await cast(api(MEMBERS[at] ?? ''), id, items, mark).expect(201);
    const [before] = (await sessionOf(world.office, id)).items;
    expect([before?.voted, before?.result, before?.opinions]).toEqual([4, null, []]);
    const seat = seats.find(({ name }) => name === MEMBERS[4])?.id;
    const opinion = { seat, votes: voteOf(items, 'yes'), document: 'Phiếu ý kiến ngày 14/12/2025' };
    const enter = (what: object) =>
      world.office.post(`${SESSIONS}/${id}/opinions`).send({ ...opinion, ...what });
    expect((await enter({ document: ' ' })).body.code).toBe('document-missing');
    expect(codesOf(await enter({ seat: seats[0]?.id }))).toEqual(['vote-by-oneself', 'voted-already']);
    await enter({}).expect(201);
    await closePolls(world, id, items).expect(201);
    const [after] = (await sessionOf(api(MEMBERS[1]), id)).items;
    expect(after?.result?.tally).toEqual({ yes: 3, no: 1, abstain: 1 });
    const said = MEMBERS.map((name, at) => ({
      member: name,
      marks: [[...marks, 'yes'][at]],
      document: at === 4 ? opinion.document : null,
    }));
    expect(after?.opinions).toEqual(expect.arrayContaining(said));
    expect(after?.opinions).toHaveLength(5);
  });

  it('in writing is entered by the secretary alone, a secret one by nobody else', async () => {
    const written = await opened(world, { codes: ['CN-03'], method: 'written' });
    const [paper] = await openPolls(world, written);
    const asked = paper ? [paper] : [];
    expect(codesOf(await cast(api(MEMBERS[0]), written, asked, 'yes'))).toEqual(['vote-in-writing']);
    const secret = await opened(world, { codes: ['CN-03'], awards: ['GK'] });
    const items = await openPolls(world, secret);
    const { seats } = await sessionOf(world.office, secret);
    const opinion = { seat: seats[1]?.id, votes: voteOf(items, 'no'), document: 'Thư tay' };
    const answer = await world.office.post(`${SESSIONS}/${secret}/opinions`).send(opinion);
    expect(codesOf(answer)).toEqual(['vote-secret']);
  });

  it('in secret is not opened for fewer than three, and not counted with fewer', async () => {
    const few = await opened(world, { codes: ['CN-04'] });
    const items = await openPolls(world, few);
    await cast(api(MEMBERS[0]), few, items, 'yes').expect(201);
    expect(codesOf(await closePolls(world, few, items))).toEqual(['votes-missing', 'secret-too-few']);
    expect(codesOf(await closePolls(world, few, items, 'Hết giờ'))).toEqual(['secret-too-few']);
    const url = `${SESSIONS}/${few}/items/${items[0]?.id}/annulment`;
    expect((await world.office.post(url).send({ reason: ' ' })).body.code).toBe('reason-missing');
    await world.office.post(url).send({ reason: 'Mất điện' }).expect(201);
    const [annulled] = (await sessionOf(world.office, few)).items;
    expect([annulled?.state, annulled?.voted, annulled?.result]).toEqual(['annulled', 0, null]);
    expect(
      await db.unitOfWork.reader.sql`SELECT * FROM "council_box" WHERE "itemId" = ${items[0]?.id ?? ''}`,
    ).toEqual([]);
    expect((await closePolls(world, few, items, 'Hết giờ')).body.findings[0].code).toBe('ballot-not-opened');
  });

  it('stands: the database itself refuses a second one, a changed one and one taken back', async () => {
    const id = await opened(world, { codes: ['CN-05'], method: 'open' });
    const items = await openPolls(world, id);
    await cast(api(MEMBERS[0]), id, items, 'yes').expect(201);
    const itemId = items[0]?.id ?? '';
    const [row] = await db.unitOfWork.reader.findBy(RollRow, { itemId });
    const seatId = row?.seatId ?? '';
    const tries: ((manager: EntityManager) => Promise<unknown>)[] = [
      (manager) => manager.insert(RollRow, { itemId, seatId }),
      (manager) => manager.delete(RollRow, { itemId }),
      (manager) => manager.update(OpinionRow, { itemId, seatId }, { marks: ['no'] }),
    ];
    for (const attempt of tries)
      await expect(db.unitOfWork.run(SYSTEM, ({ manager }) => attempt(manager))).rejects.toThrow(
        /unique|append-only/i,
      );
    expect(await db.unitOfWork.reader.findBy(OpinionRow, { itemId })).toEqual([
      { itemId, seatId, marks: ['yes'], document: null },
    ]);
  });
});
