import { call, form } from '../support/heard';
import { type Doors, stateOf } from '../support/office';
import {
  type LeaderWorld,
  type Round,
  awarded,
  decided,
  decisionsOf,
  newRound,
  takeBack,
} from '../support/round';
import { type Path, type Rule, rule } from '../support/rule';

type About = Pick<Rule<LeaderWorld>, 'rule' | 'says' | 'beside'>;

const NO_LIST = 'what becomes of an award is decided by people; no list brings it';
const ONE_BY_ONE = 'this is done with one award at a time';

/** An act on a decision that stands. */
interface Ending {
  round: Round;
  by: Doors;
  id: string;
  reason?: string;
  date?: string;
  document?: string;
}

const PAPER = { date: '2026-05-12', document: '1234/UBND-VX', reason: 'Chưa đủ điều kiện' };

const ACTS = {
  confirm: ['confirmation', 'confirmed'],
  'take-back': ['retraction', 'taken-back'],
  refuse: ['refusal', 'refused'],
  revoke: ['revocation', 'revoked'],
} as const;
type Act = keyof typeof ACTS;
const PAGES = { 'take-back': 'thu-lai', refuse: 'tu-choi', revoke: 'thu-hoi' } as const;

function ending(
  act: Act,
  about: About,
  broken: (world: LeaderWorld) => Promise<Ending>,
  kept: (world: LeaderWorld, ending: Ending) => Promise<Ending> | Ending,
): Rule<LeaderWorld> {
  const [route, status] = ACTS[act];
  return rule<LeaderWorld, Ending>({
    ...about,
    broken,
    kept,
    paths: {
      page:
        act === 'confirm'
          ? 'the page confirms what is ticked, be it one: that is the bulk'
          : (_, sent) => endOnPage(PAGES[act], sent),
      api: (_, { round, by, id, ...paper }) =>
        call(by.api.post(`${round.base}/decisions/${id}/${route}`).send(act === 'confirm' ? {} : paper)),
      bulk:
        act === 'confirm'
          ? (_, { round, by, id }) => form(by.page, `${round.pages}/quyet-dinh/xac-nhan`, { chon: id })
          : ONE_BY_ONE,
      import: NO_LIST,
    },
    effect: (world, { round }) => decisionsOf(world, round, 'TT-01'),
    written: [`TT-01 BK ${status}`],
  });
}

function endOnPage(name: string, { round, by, id, date = '', ...rest }: Ending) {
  const typed = date.split('-').reverse().join('/');
  const fields = { ...rest, date: typed, 'xac-nhan': '1' };
  return form(by.page, `${round.pages}/quyet-dinh/${id}/${name}`, fields);
}

const FIRST = { nomination: 'TT-01', award: 'BK' };

/** The worked proposal’s first award, decided by the one leader. */
async function proposed(world: LeaderWorld, more: Partial<Ending> = {}): Promise<Ending> {
  const round = await newRound(world);
  return { round, by: world.second, id: await decided({ round, by: world.first, ...FIRST }), ...more };
}

async function inForce(world: LeaderWorld, more: Partial<Ending> = {}): Promise<Ending> {
  const round = await newRound(world);
  return { round, by: world.first, id: await awarded(world, { round, ...FIRST }), ...PAPER, ...more };
}

const withPaper = (_: LeaderWorld, sent: Ending) => ({ ...sent, ...PAPER });

export const ENDS: Rule<LeaderWorld>[] = [
  ending(
    'confirm',
    { rule: 'nobody confirms their own decision', says: 'error.confirm-own' },
    (world) => proposed(world, { by: world.first }),
    ({ second: by }, sent) => ({ ...sent, by }),
  ),
  ending(
    'confirm',
    { rule: 'a decision is confirmed once', says: 'error.decision-closed' },
    (world) => inForce(world, { by: world.second }),
    (world) => proposed(world),
  ),
  ending(
    'confirm',
    { rule: 'a decision that is not there is not confirmed', says: 'error.decision-not-found' },
    (world) => proposed(world, { id: 'khong-co' }),
    (world) => proposed(world),
  ),
  ending(
    'take-back',
    { rule: 'whoever takes a decision back says why', says: 'error.reason-missing', beside: 'reason' },
    (world) => proposed(world, { by: world.first, reason: ' ' }),
    (_, sent) => ({ ...sent, reason: 'Ghi nhầm' }),
  ),
  ...(['refuse', 'revoke'] as const).flatMap((act) => [
    ending(
      act,
      { rule: `to ${act} an award there is a day`, says: 'finding.paper-day', beside: 'date' },
      (world) => inForce(world, { date: '2026-02-30' }),
      withPaper,
    ),
    ending(
      act,
      { rule: `to ${act} an award there is a paper`, says: 'finding.paper-document', beside: 'document' },
      (world) => inForce(world, { document: ' ' }),
      withPaper,
    ),
    ending(
      act,
      { rule: `to ${act} an award there is a reason`, says: 'finding.paper-reason', beside: 'reason' },
      (world) => inForce(world, { reason: '' }),
      withPaper,
    ),
    ending(
      act,
      {
        rule: `the reason to ${act} an award is no treatise`,
        says: 'finding.text-too-long',
        beside: 'reason',
      },
      (world) => inForce(world, { reason: 'Dài '.repeat(600) }),
      withPaper,
    ),
  ]),
  ending(
    'refuse',
    { rule: 'nobody above refuses what the office gives itself', says: 'error.award-decided-here' },
    async (world) => {
      const round = await newRound(world);
      const id = await awarded(world, { round, nomination: 'TT-03', award: 'GK' });
      return { round, by: world.first, id, ...PAPER };
    },
    (world) => inForce(world),
  ),
];

/** An act that ends a phase. */
function closing(
  act: 'conclude' | 'publish',
  about: About,
  broken: (world: LeaderWorld) => Promise<Round>,
  kept: (world: LeaderWorld, round: Round, path: Path) => Promise<Round>,
): Rule<LeaderWorld> {
  const [page, route] = { conclude: ['ket-thuc', 'conclusion'], publish: ['cong-bo', 'publication'] }[
    act
  ] as [string, string];
  const who = ({ first, office }: LeaderWorld) => (act === 'conclude' ? first : office);
  return rule<LeaderWorld, Round>({
    ...about,
    broken,
    kept,
    paths: {
      page: (world, { pages }) => form(who(world).page, `${pages}/${page}`),
      api: (world, { base }) => call(who(world).api.post(`${base}/${route}`)),
      bulk: 'a phase is ended on its own',
      import: NO_LIST,
    },
    effect: ({ office }, { ids }) => stateOf(office, ids.get('TT-05') ?? ''),
    written: act === 'conclude' ? 'decided' : 'notified',
  });
}

async function ended(world: LeaderWorld, { base }: Round, ...routes: string[]): Promise<void> {
  for (const route of routes) await world.app.agent.post(`${base}/${route}`).expect(201);
}

let waiting: string;

export const CLOSINGS: Rule<LeaderWorld>[] = [
  closing(
    'conclude',
    { rule: 'a phase ends when every decision is confirmed', says: 'error.decisions-unconfirmed' },
    async (world) => {
      const { round, id } = await proposed(world);
      waiting = id;
      return round;
    },
    async (world, round) => {
      await takeBack(world, round, waiting);
      return round;
    },
  ),
  closing(
    'conclude',
    { rule: 'a phase ends once', says: 'error.phase-conclusion-exists' },
    async (world) => {
      const round = await newRound(world);
      await ended(world, round, 'conclusion');
      return round;
    },
    (world) => newRound(world),
  ),
  closing(
    'publish',
    { rule: 'results are made known when the deciding has ended', says: 'error.phase-not-concluded' },
    (world) => newRound(world),
    async (world, round) => {
      await ended(world, round, 'conclusion');
      return round;
    },
  ),
  closing(
    'publish',
    { rule: 'results are made known once', says: 'error.publication-exists' },
    async (world) => {
      const round = await newRound(world);
      await ended(world, round, 'conclusion', 'publication');
      return round;
    },
    async (world) => {
      const round = await newRound(world);
      await ended(world, round, 'conclusion');
      return round;
    },
  ),
];
