import {
  type Member,
  MEMBERS,
  SECRETARY,
  SESSIONS,
  member,
  openPolls,
  opened,
  sessionOf,
} from '../../council/support';
import { call, form } from '../support/heard';
import { type Rule, rule } from '../support/rule';
import { type Council, NO_LIST, ONE_BY_ONE } from './council';

/** A vote on the one question of a session. */
interface Vote {
  id: string;
  item: string;
  by: Member;
  marks: string[];
  /** How many have voted before. */
  before?: number;
}

const votedIn = async ({ office }: Council, { id }: Vote) =>
  (await sessionOf(office, id)).items[0]?.voted ?? 0;

function vote(
  about: Pick<Rule<Council>, 'rule' | 'says' | 'beside'>,
  broken: (world: Council, polled: Vote) => Promise<Partial<Vote>> | Partial<Vote>,
  page?: string,
): Rule<Council> {
  return rule<Council, Vote>({
    under: 'error.vote-refused',
    ...about,
    broken: async (world) => {
      const id = await opened(world, { codes: ['CN-05'], method: 'open', roll: { [MEMBERS[4]]: 'absent' } });
      const [item] = await openPolls(world, id);
      const polled = { id, item: item?.id ?? '', by: member(world, MEMBERS[0]), marks: ['yes'] };
      return { ...polled, ...(await broken(world, polled)) };
    },
    kept: async (world, sent) => ({
      ...sent,
      by: member(world, MEMBERS[3]),
      marks: ['yes'],
      before: await votedIn(world, sent),
    }),
    paths: {
      page:
        page ??
        ((_, { id, item, by, marks }) =>
          form(by.page, `/hoi-dong/${id}/phieu`, { [`phieu-${item}`]: marks })),
      api: (_, { id, item, by, marks }) =>
        call(by.api.post(`${SESSIONS}/${id}/ballots`).send({ votes: [{ item, marks }] })),
      bulk: ONE_BY_ONE,
      import: NO_LIST,
    },
    effect: async (world, sent) => (await votedIn(world, sent)) - (sent.before ?? 0),
    written: 1,
  });
}

const ASKS_NOT = 'the paper asks a member only what waits for this member';

export const VOTES: Rule<Council>[] = [
  vote({ rule: 'a vote is one of the answers', says: 'finding.vote-invalid', beside: 'phieu-*' }, () => ({
    marks: ['yes', 'no'],
  })),
  vote({ rule: 'whoever is not there does not vote', says: 'error.seat-not-present' }, (world) => ({
    by: member(world, MEMBERS[4]),
  })),
  vote({ rule: 'the secretary does not vote', says: 'error.seat-without-vote' }, (world) => ({
    by: member(world, SECRETARY),
  })),
  vote(
    { rule: 'nobody votes on a nomination that they are too near to', says: 'finding.vote-recused' },
    (world) => ({ by: member(world, MEMBERS[1]) }),
    ASKS_NOT,
  ),
  vote(
    { rule: 'nobody votes twice', says: 'finding.voted-already' },
    async (_, { id, item, by }) => {
      const votes = [{ item, marks: ['no'] }];
      await by.api.post(`${SESSIONS}/${id}/ballots`).send({ votes }).expect(201);
      return {};
    },
    ASKS_NOT,
  ),
];
