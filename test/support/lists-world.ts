import { type Leaders, awardAll, startLeaders } from '../awards/support';
import { pdf } from '../evidence/support/files';
import { UNIT, sendFiles } from '../evidence/support/form';
import { CAMPAIGN, nominationsOf } from './cases';
import type { TestDatabase } from './each-database';
import { API, PHASE } from './opened-phase';
import type { TestApp } from './start-app';

/** The worked case, decided and published, with something in every list. */
export interface ListsWorld extends Leaders {
  session: string;
  /** A nomination with confirmations, a matter and a file that stands elsewhere too. */
  nomination: string;
}

export async function listsWorld(db: TestDatabase, started?: TestApp): Promise<ListsWorld> {
  const leaders = await startLeaders(db, started);
  const { office, ids } = leaders;
  const nomination = ids.get('TT-01') ?? '';
  const session = await plannedSession(leaders, nomination);
  await deadlines(leaders);
  await besideIt(leaders, nomination);
  await returned(leaders);
  await awardAll(leaders);
  await leaders.first.post(`${PHASE}/conclusion`).expect(201);
  await office.post(`${PHASE}/publication`).expect(201);
  await office.post(`${PHASE}/exports`).send({ kind: 'round' }).expect(202);
  return { ...leaders, session, nomination };
}

/** A session with two seats and two questions. */
async function plannedSession({ office, api, ids }: Leaders, nomination: string): Promise<string> {
  await api.person({ username: 'chu-tich', name: 'Vũ Thị Hà', groups: ['council'] });
  const { reader } = api.unitOfWork;
  const people = await reader.sql<{ id: string; username: string }[]>`SELECT "id", "username" FROM "person"`;
  const idOf = (username: string) => people.find((each) => each.username === username)?.id;
  const seats = [
    { person: idOf('chu-tich'), role: 'chair' },
    { person: idOf('toan-quyen'), role: 'secretary' },
  ];
  const plan = { campaign: CAMPAIGN, phase: 'GD1', title: 'Phiên họp xét khen thưởng', place: 'Tầng 3' };
  const when = { date: '2025-12-15', time: '14:00' };
  const { body } = await office
    .post(`${API}/sessions`)
    .send({ ...plan, ...when, seats })
    .expect(201);
  const { id } = body as { id: string };
  const nominations = [nomination, ids.get('CN-02')];
  const items = { nominations, awards: ['GK'], method: 'open' };
  await office.post(`${API}/sessions/${id}/items`).send(items).expect(201);
  return id;
}

async function deadlines({ office }: Leaders): Promise<void> {
  const stated = { day: '2027-11-20', source: 'Kế hoạch số 12/KH-SKHCN', basis: 'stated' };
  for (const kind of ['submission', 'answer'])
    await office.put(`${PHASE}/deadlines/${kind}`).set('If-Match', '"v0"').send(stated).expect(200);
  const { body } = await office.get(`${API}/units`).query({ q: UNIT }).expect(200);
  const [unit] = (body as { items: { id: string }[] }).items;
  const allowance = { unit: unit?.id, reason: 'Mất điện diện rộng' };
  await office.post(`${PHASE}/deadlines/submission/overrides`).send(allowance).expect(201);
}

async function besideIt({ office }: Leaders, nomination: string): Promise<void> {
  const one = `${API}/nominations/${nomination}`;
  for (const agency of ['Công an tỉnh', '=1+1'])
    await office.post(`${one}/confirmations`).send({ agency, result: 'asked' }).expect(201);
  const answer = { agency: 'Thuế tỉnh', result: 'clear', date: '2025-12-01', document: 'Số 15/CV' };
  await office.post(`${one}/confirmations`).send(answer).expect(201);
  const matter = { kind: 'complaint', status: 'cleared', document: 'Đơn số 5' };
  await office.post(`${one}/matters`).send(matter).expect(201);
}

/** Two nominations of a unit with one file in both, sent and given back. */
async function returned({ office, api }: Leaders): Promise<void> {
  const who = { username: 'don-vi', name: 'Phạm Thị Mai', groups: ['unit' as const], unit: UNIT };
  const [model] = nominationsOf('hung-yen').nominations;
  const [clerk, page] = [await api.person(who), await api.browser(who)];
  for (const [code, name] of [
    ['TM-01', 'Tổ một cửa'],
    ['TM-02', 'Tổ hai'],
  ] as const) {
    const made = { code, subject: 'collective', name, unit: UNIT, scores: { self: model?.scores.self } };
    const { body } = await clerk.post(`${PHASE}/nominations`).send(made).expect(201);
    const { id } = body as { id: string };
    await sendFiles(page, id, [{ name: 'chung.pdf', content: pdf() }]);
    await clerk.post(`${API}/nominations/${id}/submission`).expect(201);
    await office.post(`${API}/nominations/${id}/return`).send({ reason: 'Bổ sung báo cáo' }).expect(201);
  }
}
