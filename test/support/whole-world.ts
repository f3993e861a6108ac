import type TestAgent from 'supertest/lib/agent';
import type { DeclaredRoute } from '../security/routes';
import { CAMPAIGN, nominationsOf } from './cases';
import type { TestDatabase } from './each-database';
import { API, PHASE, fileCampaign, propose } from './opened-phase';

/** Ids of what there is one of at least, by what it is. */
export type WholeWorld = Record<
  'nomination' | 'proposal' | 'decision' | 'person' | 'session' | 'item' | 'unit' | 'export',
  string
>;

/** A phase in which every page has something to show: the worked case with a tie at a cut, decided on, with a session in which `seat` sits, and an export. */
export async function wholeWorld(
  agent: TestAgent,
  { unitOfWork }: TestDatabase,
  seat = 'toan-quyen',
): Promise<WholeWorld> {
  const first = async (sql: string) => String((await unitOfWork.reader.query(sql))[0].id);
  const nomination = await importTiedCase(agent);
  const proposal = await propose(agent);
  const choice = { proposal, nomination: 'TT-01', award: 'BK' };
  const { body: decided } = await agent.post(`${PHASE}/decisions`).send(choice).expect(201);
  const person = await first(`SELECT "id" FROM "person" WHERE "username" = '${seat}'`);
  const session = await plannedSession(agent, nomination, person);
  const { body: exported } = await agent.post(`${PHASE}/exports`).send({ kind: 'round' }).expect(202);
  await agent.delete(`${API}/exports/${exported.id}`).expect(200);
  return {
    nomination,
    proposal,
    decision: String(decided.id),
    person,
    session,
    item: await first('SELECT "id" FROM "council_item"'),
    unit: await first('SELECT "id" FROM "unit" ORDER BY "sortKey"'),
    export: String(exported.id),
  };
}

/** The address of a page in that world; what has no page to look at keeps its `:name`. */
export function addressIn(world: WholeWorld, { path }: DeclaredRoute): string {
  return path
    .replace(':code', CAMPAIGN)
    .replace(':phase', 'GD1')
    .replace(/(?<=de-nghi\/):id/, world.nomination)
    .replace(/(?<=tai-khoan\/):id/, world.person)
    .replace(/(?<=hoi-dong\/):id/, world.session)
    .replace(/(?<=quan-tri\/don-vi\/):id/, world.unit)
    .replace(/(?<=cham-diem\/):nomination/, world.nomination)
    .replace(':item', world.item)
    .replace(':version', '1')
    .replace(':step', 'return')
    .replace(':unit', world.unit)
    .replace(/(?<=thoi-han\/.*):kind/, 'submission')
    .replace(/(?<=xuat-ho-so\/):id/, world.export)
    .replace(':proposal', world.proposal)
    .replace(':decision', world.decision)
    .replace(':award', 'BK')
    .replace(':kind/:subject', 'submission/BK')
    .replace(':template', 'to-trinh')
    .replace(':file', 'none')
    .replace(':nomination', 'TT-01')
    .replace(/dong-hang$/, 'dong-hang?nhom=ca-nhan&hinh-thuc=BK');
}

/** The worked case with a tie at a cut; gives the id of TT-01. */
async function importTiedCase(agent: TestAgent): Promise<string> {
  await fileCampaign(agent);
  const { body } = await agent.post(`${PHASE}/imports`).send(nominationsOf('hung-yen-tie')).expect(201);
  const { nominations } = body as { nominations: { id: string; code: string }[] };
  return nominations.find(({ code }) => code === 'TT-01')?.id ?? '';
}

/** A session of the council with one seat and one nomination on its agenda. */
async function plannedSession(agent: TestAgent, nomination: string, person: string): Promise<string> {
  const plan = {
    campaign: CAMPAIGN,
    phase: 'GD1',
    title: 'Phiên họp xét khen thưởng',
    place: 'Phòng họp tầng 3',
  };
  const when = { date: '2025-12-15', time: '14:00' };
  const seats = [{ person, role: 'chair' }];
  const { body } = await agent
    .post(`${API}/sessions`)
    .send({ ...plan, ...when, seats })
    .expect(201);
  const { id } = body as { id: string };
  const items = { nominations: [nomination], awards: ['BK'], method: 'open' };
  await agent.post(`${API}/sessions/${id}/items`).send(items).expect(201);
  return id;
}
