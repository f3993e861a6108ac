import { sessionOf } from '../../council/support';
import { PHASE } from '../../support/opened-phase';
import { type Rule, rule } from '../support/rule';
import { type Sitting, counted, ended, inSession, underVote } from '../support/sitting';
import { ACTS, type Act, type Doing } from '../support/sitting-acts';
import { type Council, NO_LIST, ONE_BY_ONE } from './council';

function act(
  name: Act,
  about: Pick<Rule<Council>, 'rule' | 'says' | 'under' | 'beside'>,
  broken: (world: Council) => Promise<Sitting>,
): Rule<Council> {
  const { ready, page, api, effect, written }: Doing = ACTS[name];
  return rule<Council, Sitting>({
    ...about,
    broken,
    kept: ready,
    paths: { page, api, bulk: ONE_BY_ONE, import: NO_LIST },
    effect: async ({ office }, { id }) => effect(await sessionOf(office, id)),
    written,
  });
}

const [AGENDA, OFF, ANNUL, ENTER, EDIT, OPEN, COUNT] = [
  'put on the agenda',
  'take off the agenda',
  'annul the vote',
  'enter an opinion',
  'edit',
  'open the vote',
  'count the vote',
] as const;

const NOWHERE = 'khong-co';

/** A session that has ended: nothing is done in it any more. */
export const ENDED: Rule<Council>[] = (Object.keys(ACTS) as Act[]).map((name) =>
  act(name, { rule: `once a session has ended: ${name}`, says: 'error.session-closed' }, ended),
);

export const SITTINGS: Rule<Council>[] = [
  act(
    'call the roll',
    { rule: 'the roll is fixed once a vote is counted', says: 'error.attendance-closed' },
    counted,
  ),
  ...(['nominations', 'awards'] as const).map((what) =>
    act(
      AGENDA,
      { rule: `the agenda takes nothing without ${what}`, says: 'error.agenda-empty' },
      async (world) => ({
        ...(await inSession(world)),
        [what]: [],
      }),
    ),
  ),
  act(OFF, { rule: 'what is voted on stays on the agenda', says: 'error.ballot-closed' }, underVote),
  act(OFF, { rule: 'what was voted on stays on the agenda', says: 'error.ballot-closed' }, counted),
  act(ANNUL, { rule: 'what nobody was asked yet is not annulled', says: 'error.ballot-not-open' }, inSession),
  act(ANNUL, { rule: 'what is counted is not annulled', says: 'error.ballot-not-open' }, counted),
  act(
    ENTER,
    { rule: 'an opinion is entered with its paper', says: 'error.document-missing', beside: 'van-ban' },
    async (world) => ({
      ...(await underVote(world)),
      document: ' ',
    }),
  ),
  act(
    ENTER,
    { rule: 'an opinion is of somebody who has a seat', says: 'error.seat-not-found' },
    async (world) => ({ ...(await underVote(world)), seat: NOWHERE }),
  ),
  act(
    'close',
    { rule: 'a session that is not there does not close', says: 'error.session-not-found' },
    async (world) => ({ ...(await inSession(world)), id: NOWHERE }),
  ),
  ...([OFF, ANNUL, OPEN] as const).map((name) =>
    act(name, { rule: `what is on no agenda: ${name}`, says: 'error.item-not-found' }, async (world) => {
      const { item } = await inSession(world);
      return { ...(await inSession(world)), item };
    }),
  ),
  ...([OPEN, COUNT] as const).map((name) =>
    act(name, { rule: `nothing is chosen: ${name}`, says: 'error.item-unchosen' }, async (world) => ({
      ...(await ACTS[name].ready(world)),
      item: '',
    })),
  ),
  act(
    EDIT,
    {
      rule: 'a session has a title',
      says: 'finding.title-missing',
      beside: 'title',
      under: 'error.session-refused',
    },
    async (world) => ({ ...(await ACTS[EDIT].ready(world)), title: ' ' }),
  ),
  act(
    AGENDA,
    {
      rule: 'the council hears what was referred to it, or is appraised',
      says: 'finding.not-for-council',
      under: 'error.agenda-refused',
    },
    async (world) => {
      await acceptedOnly(world, 'TT-91');
      return { ...(await inSession(world)), nominations: ['TT-91'] };
    },
  ),
  act(
    OPEN,
    { rule: 'a vote is opened once', says: 'finding.ballot-not-waiting', under: 'error.ballot-refused' },
    counted,
  ),
];

/** A nomination that nobody has appraised yet. */
async function acceptedOnly({ app, nominations }: Council, code: string): Promise<void> {
  const plain = { code, subject: 'collective', name: 'Tổ một cửa', unit: 'Thanh tra Sở' };
  const { body } = await app.agent.post(`${PHASE}/nominations`).send(plain);
  nominations.set(code, (body as { id?: string }).id ?? nominations.get(code) ?? '');
}
