import {
  MEMBERS,
  SESSIONS,
  callRoll,
  cast,
  closePolls,
  member,
  openPolls,
  opened,
  planned,
  sessionOf,
} from '../../council/support';
import { PHASE } from '../../support/opened-phase';
import { call, form } from '../support/heard';
import { type Rule, rule } from '../support/rule';
import { ended } from '../support/sitting';
import { type Council, NO_LIST, ONE_BY_ONE } from './council';

/** A tie that is put on the agenda of a session. */
interface RunOff {
  id: string;
  criteriaSet: string;
  award: string;
}

const TIED = { criteriaSet: 'ca-nhan', award: 'BK' };

/** CN-02 and CN-03 are tied for the last place once the council has voted for them. */
export async function votedFor(world: Council): Promise<void> {
  const id = await opened(world, { codes: ['CN-01', 'CN-02', 'CN-03'] });
  const items = await openPolls(world, id);
  for (const name of MEMBERS) await cast(member(world, name).api, id, items, 'yes').expect(201);
  await closePolls(world, id, items).expect(201);
}

function runOff(
  about: Pick<Rule<Council>, 'rule' | 'says' | 'beside'>,
  broken: (world: Council) => Promise<RunOff>,
  kept: (world: Council, sent: RunOff) => Promise<RunOff>,
): Rule<Council> {
  return rule<Council, RunOff>({
    ...about,
    broken,
    kept,
    paths: {
      page: ({ officePage }, { id, criteriaSet, award }) => {
        const fields = { 'dong-hang': `${criteriaSet}/${award}`, cach: 'open' };
        return form(officePage, `/hoi-dong/${id}/bo-phieu-lai`, fields);
      },
      api: ({ office }, { id, ...tie }) =>
        call(office.post(`${SESSIONS}/${id}/run-offs`).send({ ...tie, method: 'open' })),
      bulk: ONE_BY_ONE,
      import: NO_LIST,
    },
    effect: takenOff,
    written: ['CN-02 CN-03'],
  });
}

/** The ties on the agenda; none is left there for the next. */
async function takenOff({ office }: Council, { id }: Pick<RunOff, 'id'>): Promise<string[]> {
  const { items } = await sessionOf(office, id);
  for (const item of items) await office.delete(`${SESSIONS}/${id}/items/${item.id}`).expect(204);
  return items.map(({ nominees }) => nominees.map(({ code }) => code).join(' '));
}

const tied = async (world: Council) => ({ id: await planned(world), ...TIED });

let first: string;
let resolution: string;

async function settled({ app }: Council): Promise<void> {
  const how = { leaveVacant: true, reason: 'Để trống suất', by: 'Hội đồng', date: '2025-12-22' };
  const { body } = await app.agent
    .post(`${PHASE}/tie-resolutions`)
    .send({ ...TIED, ...how })
    .expect(201);
  resolution = (body as { id: string }).id;
}

/** The tie waits on the agenda of another session. */
async function elsewhere(world: Council): Promise<RunOff> {
  first = await planned(world);
  await world.office
    .post(`${SESSIONS}/${first}/run-offs`)
    .send({ ...TIED, method: 'open' })
    .expect(201);
  return tied(world);
}

/** The id of a settlement that is taken back; leaves none to the rows that come after it. */
const TAKEN_BACK = rule<Council, string>({
  rule: 'a settlement that is not there is not taken back',
  says: 'error.tie-resolution-not-found',
  broken: () => 'khong-co',
  kept: async (world) => {
    await settled(world);
    return resolution;
  },
  paths: {
    page: 'the page settles ties; a settlement is taken back by the API',
    api: ({ app }, id) => call(app.agent.delete(`${PHASE}/tie-resolutions/${id}`)),
    bulk: ONE_BY_ONE,
    import: NO_LIST,
  },
  effect: async ({ app }) => {
    const { body } = await app.agent.get(`${PHASE}/tie-resolutions`).expect(200);
    return (body as { items: object[] }).items;
  },
  written: [],
});

export const RUN_OFFS: Rule<Council>[] = [
  TAKEN_BACK,
  runOff(
    { rule: 'once a session has ended: vote on a tie', says: 'error.session-closed' },
    async (world) => ({ id: (await ended(world)).id, ...TIED }),
    tied,
  ),
  runOff(
    { rule: 'the council votes on a tie that there is', says: 'error.tie-not-found' },
    async (world) => ({ ...(await tied(world)), criteriaSet: 'tap-the', award: 'GK' }),
    async (_, sent) => ({ ...sent, ...TIED }),
  ),
  runOff(
    { rule: 'the council votes on no tie that is settled', says: 'error.tie-not-found' },
    async (world) => {
      await settled(world);
      return tied(world);
    },
    async ({ app }, sent) => {
      await app.agent.delete(`${PHASE}/tie-resolutions/${resolution}`).expect(204);
      return sent;
    },
  ),
  runOff(
    { rule: 'a tie is on one agenda at a time, of whichever session', says: 'error.run-off-exists' },
    elsewhere,
    async (world, sent) => {
      await takenOff(world, { id: first });
      return sent;
    },
  ),
  runOff(
    { rule: 'a tie is on one agenda at a time, until its session has ended', says: 'error.run-off-exists' },
    elsewhere,
    async (world, sent) => {
      await callRoll(world, first);
      for (const act of ['opening', 'closing'])
        await world.office.post(`${SESSIONS}/${first}/${act}`).expect(201);
      return sent;
    },
  ),
];
