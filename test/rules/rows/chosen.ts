import { CAMPAIGN } from '../../support/cases';
import { PHASE } from '../../support/opened-phase';
import { type Heard, call, form } from '../support/heard';
import { type OfficeWorld, standing, stateOf } from '../support/office';
import { type Rule, rule } from '../support/rule';

const ONE = 'one nomination is never none and never too many';

/** Looked at on the page, done by the API: both must say the same of how many there are. */
async function takeAll({ office }: OfficeWorld, nominations: readonly string[]): Promise<Heard> {
  const fields = { 'phong-trao': CAMPAIGN, 'giai-doan': 'GD1', buoc: 'accept', chon: nominations };
  const looked = await form(office.page, '/van-phong/hang-loat', fields);
  const done = await call(office.api.post(`${PHASE}/steps`).send({ step: 'accept', nominations }));
  if (done.status >= 400) {
    expect([looked.status, looked.says]).toEqual([done.status, expect.stringContaining(withoutStop(done))]);
  }
  return { ...done, status: done.status < 400 ? done.status : 422 };
}

const withoutStop = ({ says }: Heard) => says.replace(/\.$/, '');

function chosen(
  about: Pick<Rule<OfficeWorld>, 'rule' | 'says' | 'beside'>,
  wrong: readonly string[],
): Rule<OfficeWorld> {
  return rule<OfficeWorld, readonly string[]>({
    ...about,
    broken: () => wrong,
    kept: async (world) => [await standing(world, 'submitted')],
    paths: { page: ONE, api: ONE, bulk: takeAll, import: 'a list that comes in takes no step with any' },
    effect: ({ office }, [id = '']) => stateOf(office, id),
    written: 'accepted',
  });
}

export const CHOSEN: Rule<OfficeWorld>[] = [
  chosen({ rule: 'a step in bulk is taken with something', says: 'error.nothing-chosen' }, []),
  chosen(
    {
      rule: 'a step in bulk is taken with no more than anybody looks through',
      says: 'error.too-many-chosen',
    },
    Array.from({ length: 201 }, (_, at) => `khong-co-${at}`),
  ),
];
