import { CAMPAIGN, caseText, nominationsOf } from '../../support/cases';
import { API, PHASE } from '../../support/opened-phase';
import { newCampaign, openPhaseOf } from '../support/campaign';
import { call, form } from '../support/heard';
import { type OfficeWorld, newCode } from '../support/office';
import { type Rule, rule } from '../support/rule';

type About = Pick<Rule<OfficeWorld>, 'rule' | 'says' | 'beside'>;

const ONE_BY_ONE = 'plans are filed one by one';
const NO_LIST = 'a list names the plan that it goes by, and brings none';

/** A plan that is filed: a new one, or a version of `code`. */
interface Plan {
  code?: string;
  definition: string;
  reason?: string;
}

const planOf = (code: string, more = '') =>
  caseText('hung-yen', 'campaign.yaml').replace(CAMPAIGN, code) + more;

function filed(
  about: About,
  broken: Rule<OfficeWorld, Plan>['broken'],
  kept: Rule<OfficeWorld, Plan>['kept'],
): Rule<OfficeWorld> {
  return rule<OfficeWorld, Plan>({
    ...about,
    broken,
    kept,
    paths: {
      page: ({ office }, { code, ...sent }) =>
        form(office.page, `/van-phong/ke-hoach${code ? `/${code}` : ''}`, sent),
      api: ({ office }, { code, ...sent }) =>
        call(office.api.post(`${API}/campaigns${code ? `/${code}/versions` : ''}`).send(sent)),
      bulk: ONE_BY_ONE,
      import: NO_LIST,
    },
    effect: async ({ office }, { code, definition }) => {
      const own = code ?? /^code: (\S+)/m.exec(definition)?.[1] ?? '';
      const { body } = await office.api.get(`${API}/campaigns/${own}/versions`).expect(200);
      return (body as { total: number }).total === (code === undefined ? 1 : 2);
    },
    written: true,
  });
}

const fresh = () => ({ definition: planOf(`ke-hoach-${newCode().toLowerCase()}`) });

/** The plan of a new campaign with another title, as its next version. */
async function revised(world: OfficeWorld, more: Partial<Plan> = {}): Promise<Plan> {
  const code = await newCampaign(world);
  const definition = planOf(code).replace('title: Đẩy mạnh', 'title: Tiếp tục đẩy mạnh');
  return { code, definition, reason: 'Tỉnh điều chỉnh kế hoạch', ...more };
}

export const PLANS: Rule<OfficeWorld>[] = [
  filed(
    { rule: 'a code names one campaign', says: 'error.campaign-exists' },
    async (world) => ({ definition: planOf(await newCampaign(world)) }),
    fresh,
  ),
  filed(
    { rule: 'a plan is written in the words of its schema', says: 'finding.unknown-key' },
    () => ({ definition: planOf('ke-hoach-la', 'colour: x\n') }),
    fresh,
  ),
  filed(
    { rule: 'a version is of the campaign that it is filed for', says: 'error.another-campaign-code' },
    (world) => revised(world, { definition: planOf('ma-khac') }),
    (world) => revised(world),
  ),
  filed(
    { rule: 'a version changes something', says: 'error.version-exists' },
    async (world) => {
      const code = await newCampaign(world);
      return { code, definition: planOf(code), reason: 'Không đổi gì' };
    },
    (world) => revised(world),
  ),
  filed(
    { rule: 'whoever changes a plan says why', says: 'error.reason-missing', beside: 'reason' },
    (world) => revised(world, { reason: ' ' }),
    (_, sent) => ({ ...sent, reason: 'Tỉnh điều chỉnh kế hoạch' }),
  ),
];

/** A change of a quota of the worked phase: from how many places to how many. */
interface Amendment {
  award: string;
  criteriaSet: string;
  from: number;
  max: number;
  reason: string;
}

async function capacity({ office }: OfficeWorld): Promise<number> {
  const { body } = await office.api.get(PHASE).expect(200);
  const { quotas } = body as { quotas: { award: string; criteriaSet: string; max: number }[] };
  return quotas.find(({ award, criteriaSet }) => award === 'BK' && criteriaSet === 'tap-the')?.max ?? 0;
}

function amended(about: About, wrong: (from: number) => Partial<Amendment>): Rule<OfficeWorld> {
  const sound = async (world: OfficeWorld): Promise<Amendment> => {
    const from = await capacity(world);
    return { award: 'BK', criteriaSet: 'tap-the', from, max: from + 1, reason: 'Tỉnh giao thêm' };
  };
  return rule<OfficeWorld, Amendment>({
    ...about,
    broken: async (world) => {
      const amendment = await sound(world);
      return { ...amendment, ...wrong(amendment.from) };
    },
    kept: sound,
    paths: {
      page: ({ office }, sent) => form(office.page, `/van-phong/chi-tieu/${CAMPAIGN}/GD1`, sent),
      api: ({ office }, sent) => call(office.api.post(`${PHASE}/amendments`).send(sent)),
      bulk: 'a quota is changed one line at a time',
      import: 'a list changes no quota: that is an amendment, with a reason',
    },
    effect: async (world, { max }) => (await capacity(world)) - max,
    written: 0,
  });
}

const OPENING = rule<OfficeWorld, string>({
  rule: 'a phase is opened once',
  says: 'error.phase-opening-exists',
  broken: async (world) => {
    const code = await newCampaign(world);
    await openPhaseOf(world, code);
    return code;
  },
  kept: (world) => newCampaign(world),
  paths: {
    page: 'the page of a phase that is open changes its settings',
    api: ({ office }, code) => {
      const { date, council } = nominationsOf('hung-yen');
      return call(office.api.post(`${API}/campaigns/${code}/phases/GD1/opening`).send({ date, council }));
    },
    bulk: 'a phase is opened on its own',
    import: 'a list that comes into an open phase adds to it',
  },
  effect: async ({ office }, code) => (await office.api.get(`${API}/campaigns/${code}/phases/GD1`)).status,
  written: 200,
});

export const AMENDMENTS: Rule<OfficeWorld>[] = [
  OPENING,
  amended({ rule: 'no fewer places than the plan promises', says: 'error.below-minimum' }, () => ({
    max: 0,
  })),
  amended({ rule: 'an amendment changes something', says: 'error.amendment-exists' }, (from) => ({
    max: from,
  })),
  amended(
    { rule: 'nobody amends a quota that has changed meanwhile', says: 'error.quota-changed' },
    (from) => ({
      from: from - 1,
    }),
  ),
  amended(
    { rule: 'whoever amends a quota says why', says: 'finding.amendment-reason', beside: 'reason' },
    () => ({
      reason: ' ',
    }),
  ),
  amended(
    { rule: 'the reason of an amendment is no treatise', says: 'finding.text-too-long', beside: 'reason' },
    () => ({
      reason: 'Dài '.repeat(600),
    }),
  ),
  amended({ rule: 'a quota is of a line of the plan', says: 'error.quota-line-not-found' }, () => ({
    award: 'ABC',
  })),
];
