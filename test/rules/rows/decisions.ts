import { API } from '../../support/opened-phase';
import { nominationsOf } from '../../support/cases';
import { doors } from '../support/office';
import {
  type Choice,
  type LeaderWorld,
  type Round,
  decideByApi,
  decideOnPage,
  decideTicked,
  decided,
  decisionsOf,
  newRound,
  propose,
  takeBack,
} from '../support/round';
import { type Rule, rule } from '../support/rule';

const REASON = 'Theo kết luận của Ban Giám đốc';
const NO_LIST = 'decisions are taken by people; no list brings any';

/** One nomination is given one award: in the form for one, by the API, ticked in the list. */
function decision(
  about: Pick<Rule<LeaderWorld>, 'rule' | 'says' | 'isTyped' | 'beside'>,
  broken: (world: LeaderWorld) => Promise<Choice>,
  kept: (world: LeaderWorld, choice: Choice) => Promise<Choice> | Choice,
): Rule<LeaderWorld> {
  return rule<LeaderWorld, Choice>({
    ...about,
    broken,
    kept: async (world, choice) => ({ ...(await kept(world, choice)), ...FIRST }),
    paths: {
      page: (_, choice) => decideOnPage(choice),
      api: (_, choice) => decideByApi(choice),
      bulk: (_, choice) => decideTicked(choice),
      import: NO_LIST,
    },
    effect: (world, { round }) => decisionsOf(world, round, FIRST.nomination),
    written: ['TT-01 BK proposed'],
  });
}

/** What the worked proposal gives to the first in rank: where a rule is kept, it is given. */
const FIRST = { nomination: 'TT-01', award: 'BK' };

async function first(world: LeaderWorld, more: Partial<Choice> = {}): Promise<Choice> {
  return { round: await newRound(world), by: world.first, ...FIRST, ...more };
}

const same = (_: LeaderWorld, choice: Choice) => choice;

/** Two others have the two places that the plan gives to collectives, against the proposal. */
async function othersHave(world: LeaderWorld, round: Round): Promise<string> {
  const give = (nomination: string) =>
    decided({ round, by: world.first, nomination, award: 'BK', reason: REASON });
  await give('TT-03');
  return give('TT-04');
}

let last: string;

/** A nomination of the office in the round, and a proposal that knows it. */
async function withAnother(world: LeaderWorld, code: string): Promise<Choice> {
  const choice = await first(world);
  const [model] = nominationsOf('hung-yen').nominations;
  const plain = { ...model, code, name: `Tập thể ${code}`, unit: 'Thanh tra Sở' };
  const { body } = await world.office.api.post(`${choice.round.base}/nominations`).send(plain).expect(201);
  const { id } = body as { id: string };
  await world.office.api.post(`${API}/nominations/${id}/withdrawal`).send({ reason: REASON }).expect(201);
  return { ...(await proposedAnew(world, choice)), nomination: code };
}

async function proposedAnew({ app }: LeaderWorld, choice: Choice): Promise<Choice> {
  const { round } = choice;
  return { ...choice, round: { ...round, proposal: await propose(app, round.base) } };
}

const matters = (world: LeaderWorld, { ids }: Round) => {
  const url = `${API}/nominations/${ids.get('TT-01')}/matters`;
  return {
    begin: async () => {
      const sent = { kind: 'complaint', status: 'pending', from: '2025-01-01', document: 'Đơn số 5' };
      const { body } = await world.office.api.post(url).send(sent).expect(201);
      return String((body as { id: string }).id);
    },
    end: (id: string) => world.office.api.delete(`${url}/${id}`).expect(204),
  };
};

export const DECISIONS: Rule<LeaderWorld>[] = [
  decision(
    {
      rule: 'against the proposal only with a reason',
      says: 'error.override-needs-reason',
      beside: 'reason',
    },
    (world) => first(world, { nomination: 'TT-04' }),
    same,
  ),
  decision(
    { rule: 'no more awards than the plan has places', says: 'error.places-taken' },
    async (world) => {
      const choice = await first(world);
      last = await othersHave(world, choice.round);
      return choice;
    },
    async (world, choice) => {
      await takeBack(world, choice.round, last);
      return choice;
    },
  ),
  decision(
    { rule: 'one nomination has one award', says: 'error.decision-exists' },
    async (world) => {
      const choice = await first(world, { nomination: 'TT-02' });
      await decided(choice);
      return choice;
    },
    same,
  ),
  decision(
    { rule: 'nobody decides for the unit that they head', says: 'error.decides-for-oneself' },
    async (world) => {
      const unit = 'Phòng Quản lý Khoa học';
      const by = await doors(world.app, ['leadership'], unit, { headsUnit: true });
      return first(world, { by });
    },
    ({ first: by }, choice) => ({ ...choice, by }),
  ),
  decision(
    { rule: 'people decide on a proposal of what stands now', says: 'error.proposal-stale' },
    async (world) => {
      const choice = await first(world);
      const { begin, end } = matters(world, choice.round);
      await end(await begin());
      return choice;
    },
    proposedAnew,
  ),
  decision(
    { rule: 'people decide on a proposal that there is', says: 'error.proposal-not-found' },
    async (world) => {
      const choice = await first(world);
      return { ...choice, round: { ...choice.round, proposal: 'khong-co' } };
    },
    proposedAnew,
  ),
  decision(
    { rule: 'an award is one of the plan’s', says: 'error.award-not-found', beside: 'award', isTyped: true },
    (world) => first(world, { award: 'ABC' }),
    same,
  ),
  decision(
    { rule: 'a pending matter makes a nomination wait', says: 'error.nomination-held' },
    async (world) => {
      const choice = await first(world);
      last = await matters(world, choice.round).begin();
      return proposedAnew(world, choice);
    },
    async (world, choice) => {
      await matters(world, choice.round).end(last);
      return proposedAnew(world, choice);
    },
  ),
  decision(
    { rule: 'what was taken back is given nothing', says: 'error.nomination-withdrawn' },
    (world) => withAnother(world, 'TT-90'),
    same,
  ),
  decision(
    {
      rule: 'a nomination that is not in the phase is given nothing',
      says: 'error.nomination-not-found',
      beside: 'nomination',
      isTyped: true,
    },
    (world) => first(world, { nomination: 'KHONG-CO' }),
    same,
  ),
  decision(
    { rule: 'whoever is no leader decides nothing', says: 'error.forbidden' },
    (world) => first(world, { by: world.office }),
    ({ first: by }, choice) => ({ ...choice, by }),
  ),
];

/** A plan that gives one unit one place of the second award. */
const ONE_A_UNIT = (text: string) =>
  text.replace(/(name: Giấy khen[\s\S]*?subject: individual, min: \d+, max: \d+)/, '$1, perUnitMax: 1');

export const UNIT_CAP: Rule<LeaderWorld> = rule<LeaderWorld, Choice>({
  rule: 'no unit has more awards than the plan gives to one',
  says: 'error.unit-places-taken',
  broken: async (world) => {
    const round = await newRound(world, ONE_A_UNIT);
    const choice = { round, by: world.first, award: 'GK', nomination: 'CN-04' };
    last = await decided({ ...choice, nomination: 'CN-08', reason: REASON });
    return choice;
  },
  kept: async (world, choice) => {
    await takeBack(world, choice.round, last);
    return choice;
  },
  paths: {
    page: (_, choice) => decideOnPage(choice),
    api: (_, choice) => decideByApi(choice),
    bulk: (_, choice) => decideTicked(choice),
    import: NO_LIST,
  },
  effect: (world, { round }) => decisionsOf(world, round, 'CN-04'),
  written: ['CN-04 GK proposed'],
});
