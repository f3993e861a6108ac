import { PHASE, propose } from '../../support/opened-phase';
import { bulk } from '../support/bulk';
import {
  type OfficeWorld,
  type Standing,
  type Step,
  type Taken,
  MODEL,
  appraise,
  draft,
  edit,
  standing,
  stateOf,
  stepByApi,
  stepOnPage,
} from '../support/office';
import { type Rule, rule } from '../support/rule';

type Who = 'office' | 'unit' | 'stranger';
type WayRule = Pick<Rule<OfficeWorld, Taken>, 'rule' | 'says' | 'broken' | 'beside'> & {
  step: Step;
  /** Whose step it is. */
  by?: Who;
  /** Who tries to take it, where that is somebody else. */
  tries?: Who;
  /** Else another nomination that stands where the step begins. */
  kept?: Rule<OfficeWorld, Taken>['kept'];
};

const IMPORT = 'a document that is taken in makes nominations, and takes no step with any';
const ONE_BY_ONE = 'this step is taken with one nomination at a time';
const IN_BULK: readonly Step[] = ['accept', 'return', 'appraise', 'refer'];
const REASON = 'Theo ý kiến của tổ thẩm định';

/** Where each step begins, and to which state it leads. */
const STEPS: Record<Step, [begins: Standing, ends: string]> = {
  submit: ['draft', 'submitted'],
  return: ['submitted', 'returned'],
  accept: ['submitted', 'accepted'],
  appraise: ['scored', 'appraised'],
  reopen: ['appraised', 'accepted'],
  refer: ['appraised', 'before-council'],
  withdraw: ['submitted', 'withdrawn'],
  discard: ['draft', 'discarded'],
};

function wayRule({ step, by = 'office', tries = by, kept, ...row }: WayRule): Rule<OfficeWorld> {
  const [begins, ends] = STEPS[step];
  const who = (sent: Taken): Who => (sent.isKept ? by : tries);
  return rule<OfficeWorld, Taken>({
    ...row,
    kept: async (world, sent, path) => ({
      ...(kept ? await kept(world, sent, path) : await taken(world, begins, REASON)),
      isKept: true,
    }),
    paths: {
      page: (world, sent) => stepOnPage(world[who(sent)], step, sent),
      api: (world, sent) => stepByApi(world[who(sent)], step, sent),
      bulk:
        IN_BULK.includes(step) && tries === 'office'
          ? (world, sent) => bulk(world.office, step, sent)
          : ONE_BY_ONE,
      import: IMPORT,
    },
    effect: (world, { id }) => stateOf(world[by], id),
    written: ends,
  });
}

async function taken(world: OfficeWorld, at: Standing, reason?: string): Promise<Taken> {
  return { id: await standing(world, at), reason };
}

const withdrawn = (step: Step) =>
  wayRule({
    rule: `nobody takes the step “${step}” with what its unit has taken back`,
    says: 'error.nomination-withdrawn',
    step,
    broken: (world) => taken(world, 'withdrawn', REASON),
  });

const outOfState = (step: Step, at: Standing, by?: Who) =>
  wayRule({
    rule: `nobody takes the step “${step}” with a nomination that is ${at}`,
    says: 'error.not-in-this-state',
    step,
    by,
    broken: (world) => taken(world, at, REASON),
  });

const withoutReason = (step: Step) =>
  wayRule({
    rule: `whoever takes the step “${step}” says why`,
    says: 'error.reason-missing',
    beside: 'reason',
    step,
    broken: (world) => taken(world, STEPS[step][0], '  '),
    kept: (_, sent) => ({ ...sent, reason: REASON }),
  });

const another = (step: Step, by: Who) =>
  wayRule({
    rule: `the step “${step}” of another unit’s nomination is not there`,
    says: 'error.nomination-not-found',
    step,
    by,
    tries: 'stranger',
    broken: (world) => taken(world, STEPS[step][0], REASON),
    kept: (_, sent) => sent,
  });

const withoutRight = (step: Step, by: Who, tries: Who) =>
  wayRule({
    rule: `nobody takes the step “${step}” who is not of the group for it`,
    says: 'error.forbidden',
    step,
    by,
    tries,
    broken: (world) => taken(world, STEPS[step][0], REASON),
    kept: (_, sent) => sent,
  });

let decision: string;

/** One of the round is given an award, by the `decision`. */
async function awarded({ app: { agent }, ids }: OfficeWorld): Promise<Taken> {
  const sent = { proposal: await propose(agent), nomination: 'TT-01', award: 'BK', reason: REASON };
  const { body } = await agent.post(`${PHASE}/decisions`).send(sent).expect(201);
  decision = (body as { id: string }).id;
  return { id: ids.get('TT-01') ?? '', reason: REASON };
}

export const WAY: Rule<OfficeWorld>[] = [
  wayRule({
    rule: 'what has an award stays as it was decided on',
    says: 'error.nomination-closed',
    step: 'return',
    broken: awarded,
    kept: async (world) => {
      const sent = { reason: 'Ghi nhầm' };
      await world.app.agent.post(`${PHASE}/decisions/${decision}/retraction`).send(sent).expect(201);
      return taken(world, 'submitted', REASON);
    },
  }),
  outOfState('submit', 'submitted', 'unit'),
  outOfState('return', 'before-council'),
  outOfState('accept', 'accepted'),
  outOfState('appraise', 'appraised'),
  outOfState('reopen', 'accepted'),
  outOfState('refer', 'accepted'),
  outOfState('withdraw', 'draft', 'unit'),
  outOfState('discard', 'submitted', 'unit'),
  ...(['return', 'accept', 'appraise', 'refer', 'reopen', 'withdraw'] as const).map(withdrawn),
  ...(['return', 'reopen', 'withdraw'] as const).map(withoutReason),
  wayRule({
    rule: 'a reason is no treatise',
    says: 'error.reason-too-long',
    beside: 'reason',
    step: 'return',
    broken: (world) => taken(world, 'submitted', 'Dài '.repeat(600)),
    kept: (_, sent) => ({ ...sent, reason: REASON }),
  }),
  another('submit', 'unit'),
  another('withdraw', 'unit'),
  another('discard', 'unit'),
  withoutRight('accept', 'office', 'unit'),
  withoutRight('appraise', 'office', 'unit'),
  withoutRight('submit', 'unit', 'office'),
  wayRule({
    rule: 'a unit sends what it has scored wholly',
    says: 'error.nomination-incomplete',
    step: 'submit',
    by: 'unit',
    broken: async ({ unit }) => ({ id: await draft(unit, { scores: {} }) }),
    kept: async ({ unit }, { id }) => {
      await edit(unit, id, { scores: { self: MODEL.scores.self } });
      return { id };
    },
  }),
  wayRule({
    rule: 'an appraisal ends when every criterion is appraised',
    says: 'error.appraisal-incomplete',
    step: 'appraise',
    broken: (world) => taken(world, 'accepted'),
    kept: async ({ office }, { id }) => {
      await appraise(office, id);
      return { id };
    },
  }),
  wayRule({
    rule: 'an appraisal says why it differs from the unit’s own score',
    says: 'error.appraisal-unexplained',
    step: 'appraise',
    broken: async (world) => {
      const id = await standing(world, 'accepted');
      await appraise(world.office, id, { ...MODEL.scores.appraisal, a: 1 }, { a: '' });
      return { id };
    },
    kept: async ({ office }, { id }) => {
      await appraise(office, id, { ...MODEL.scores.appraisal, a: 1 }, { a: 'Thiếu minh chứng' });
      return { id };
    },
  }),
];
