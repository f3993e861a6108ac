import { nominationsOf } from '../../support/cases';
import { API } from '../../support/opened-phase';
import { newCampaign } from '../support/campaign';
import { call, form } from '../support/heard';
import { type LeaderWorld, type Round, decided, newRound, takeBack } from '../support/round';
import { type Rule, rule } from '../support/rule';

type About = Pick<Rule<LeaderWorld>, 'rule' | 'says' | 'beside'>;

/** Another number of places for the collectives of the first award. */
interface Amendment {
  round: Round;
  max: number;
}

const LINE = { award: 'BK', criteriaSet: 'tap-the' };
const PLANNED = 2;

function amended(
  about: About,
  broken: Rule<LeaderWorld, Amendment>['broken'],
  kept: Rule<LeaderWorld, Amendment>['kept'],
): Rule<LeaderWorld> {
  const fields = ({ max }: Amendment) => ({ ...LINE, from: PLANNED, max, reason: 'Tỉnh giao lại' });
  return rule<LeaderWorld, Amendment>({
    ...about,
    broken,
    kept,
    paths: {
      page: ({ office }, sent) =>
        form(office.page, sent.round.pages.replace('/lanh-dao', '/van-phong/chi-tieu'), fields(sent)),
      api: ({ office }, sent) => call(office.api.post(`${sent.round.base}/amendments`).send(fields(sent))),
      bulk: 'a quota is changed one line at a time',
      import: 'a list changes no quota: that is an amendment, with a reason',
    },
    effect: async ({ office }, { round, max }) => (await placesOf(office.api, round.base)) - max,
    written: 0,
  });
}

async function placesOf(api: LeaderWorld['office']['api'], base: string): Promise<number> {
  const { body } = await api.get(base).expect(200);
  const { quotas } = body as { quotas: { award: string; criteriaSet: string; max: number }[] };
  return quotas.find((line) => line.award === 'BK' && line.criteriaSet === 'tap-the')?.max ?? 0;
}

let second: string;

/** Both places of the collectives are given. */
async function bothGiven(world: LeaderWorld): Promise<Round> {
  const round = await newRound(world);
  const give = (nomination: string) => decided({ round, by: world.first, nomination, award: 'BK' });
  await give('TT-01');
  second = await give('TT-02');
  return round;
}

/** What a phase is opened with, under a plan that gives half of the collectives the first award. */
interface Opening {
  campaign: string;
  collectives: number;
}

const HALF = (text: string) =>
  text.replace('subject: collective, min: 1, max: 2', 'subject: collective, min: 1, maxPercent: 50');

const OPENED = rule<LeaderWorld, Opening>({
  rule: 'no phase is opened with more places than anybody awards',
  says: 'error.too-many-places',
  broken: async (world) => ({ campaign: await newCampaign(world, HALF), collectives: 900_000 }),
  kept: (_, sent) => ({ ...sent, collectives: 8 }),
  paths: {
    page: ({ office }, { campaign, collectives }) =>
      form(office.page, `/van-phong/giai-doan/${campaign}/GD1`, {
        date: HEAD.date.split('-').reverse().join('/'),
        'council.members': String(HEAD.council.members),
        'participants.tap-the': String(collectives),
        version: '0',
      }),
    api: ({ office }, sent) =>
      call(office.api.post(`${baseOf(sent)}/opening`).send({ ...HEAD, ...counted(sent) })),
    bulk: 'a phase is opened on its own',
    // The page takes lists into open phases only.
    import: ({ office }, sent) => {
      const document = { ...nominationsOf('hung-yen'), campaign: sent.campaign, ...counted(sent) };
      return call(office.api.post(`${baseOf(sent)}/imports`).send(document));
    },
  },
  effect: ({ office }, sent) => placesOf(office.api, baseOf(sent)),
  written: 4,
});

const HEAD = { date: '2025-12-20', council: { members: 9 } };
const baseOf = ({ campaign }: Opening) => `${API}/campaigns/${campaign}/phases/GD1`;
const counted = ({ collectives }: Opening) => ({ participants: { 'tap-the': collectives } });

export const PLACES: Rule<LeaderWorld>[] = [
  amended(
    { rule: 'no place is taken away that a nomination has', says: 'error.capacity-taken' },
    async (world) => ({ round: await bothGiven(world), max: 1 }),
    async (world, sent) => {
      await takeBack(world, sent.round, second);
      return sent;
    },
  ),
  amended(
    { rule: 'no quota grows beyond what anybody awards', says: 'error.too-many-places' },
    async (world) => ({ round: await newRound(world), max: 99_999 }),
    (_, sent) => ({ ...sent, max: 3 }),
  ),
  OPENED,
];
