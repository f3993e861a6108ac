import {
  type ItemBody,
  MEMBERS,
  SECRETARY,
  SESSIONS,
  type SessionBody,
  callRoll,
  member,
  planOf,
  planned,
} from '../../council/support';
import type { Council } from '../rows/council';
import { type Heard, call, form } from './heard';
import { IN_WRITING, type Sitting, TITLE, inSession, sittingOf, underVote } from './sitting';

/** Something that is done with a session, on the page and by the API. */
export interface Doing {
  /** A session that it can be done with. */
  ready: (world: Council) => Promise<Sitting>;
  page: (world: Council, sent: Sitting) => Promise<Heard>;
  api: (world: Council, sent: Sitting) => Promise<Heard>;
  effect: (session: SessionBody) => unknown;
  written: unknown;
}

const REASON = 'Theo kết luận của Chủ tịch Hội đồng';

const notOpened = async (world: Council) => sittingOf(world, await planned(world));

async function withRoll(world: Council): Promise<Sitting> {
  const { id } = await notOpened(world);
  await callRoll(world, id);
  return sittingOf(world, id);
}

const question = ({ items }: SessionBody): Partial<ItemBody> => items[0] ?? {};
const chosen = ({ item }: Sitting): string[] => (item === '' ? [] : [item]);
const post = ({ office }: Council, { id }: Sitting, what: string, sent: object = {}) =>
  call(office.post(`${SESSIONS}/${id}/${what}`).send(sent));
const onPage = ({ officePage }: Council, { id }: Sitting, what: string, sent: object = {}) =>
  form(officePage, `/hoi-dong/${id}/${what}`, sent);
const idsOf = ({ nominations }: Council, codes: readonly string[]) =>
  codes.map((code) => nominations.get(code));

function editOnPage(world: Council, sent: Sitting): Promise<Heard> {
  const { place, time } = planOf(world);
  const [chair, ...members] = MEMBERS.map((name) => member(world, name).id);
  const people = { chair, members, secretary: member(world, SECRETARY).id };
  const plan = { title: sent.title, place, date: '15/12/2025', time, ...people };
  return onPage(world, sent, 'sua', { version: sent.version, ...plan });
}

function editByApi(world: Council, { id, version, title }: Sitting): Promise<Heard> {
  const { campaign: _campaign, phase: _phase, ...plan } = planOf(world);
  const sending = world.office.put(`${SESSIONS}/${id}`).set('If-Match', `"v${version}"`);
  return call(sending.send({ ...plan, title }));
}

export const ACTS = {
  edit: {
    ready: notOpened,
    page: editOnPage,
    api: editByApi,
    effect: ({ title }) => title,
    written: TITLE,
  },
  open: {
    ready: withRoll,
    page: (world, sent) => onPage(world, sent, 'khai-mac'),
    api: (world, sent) => post(world, sent, 'opening'),
    effect: ({ state }) => state,
    written: 'open',
  },
  close: {
    ready: inSession,
    page: (world, sent) => onPage(world, sent, 'be-mac'),
    api: (world, sent) => post(world, sent, 'closing'),
    effect: ({ state }) => state,
    written: 'closed',
  },
  'call the roll': {
    ready: inSession,
    page: (world, sent) => {
      const { version, seat } = sent;
      return onPage(world, sent, 'diem-danh', { version, [`co-mat-${seat}`]: 'absent' });
    },
    api: ({ office }, { id, version, seat }) => {
      const sending = office.put(`${SESSIONS}/${id}/attendance`).set('If-Match', `"v${version}"`);
      return call(sending.send({ marks: [{ seat, attendance: 'absent' }] }));
    },
    effect: ({ seats }) => seats.find(({ name }) => name === IN_WRITING)?.attendance,
    written: 'absent',
  },
  'put on the agenda': {
    ready: inSession,
    page: (world, sent) => {
      const fields = { chon: idsOf(world, sent.nominations), 'hinh-thuc': sent.awards, cach: 'open' };
      return onPage(world, sent, 'chuong-trinh', fields);
    },
    api: (world, sent) => {
      const { awards } = sent;
      const wanted = { nominations: idsOf(world, sent.nominations), awards, method: 'open' };
      return post(world, sent, 'items', wanted);
    },
    effect: ({ items }) => items.map(({ award, nominees }) => `${nominees[0]?.code} ${award}`),
    written: ['CN-01 BK', 'TT-01 BK'],
  },
  'take off the agenda': {
    ready: inSession,
    page: (world, sent) => onPage(world, sent, `muc/${sent.item}/bo`),
    api: ({ office }, { id, item }) => call(office.delete(`${SESSIONS}/${id}/items/${item}`)),
    effect: ({ items }) => items,
    written: [],
  },
  'open the vote': {
    ready: inSession,
    page: (world, sent) => onPage(world, sent, 'bieu-quyet', { chon: chosen(sent) }),
    api: (world, sent) => post(world, sent, 'poll-openings', { items: chosen(sent) }),
    effect: (session) => question(session).state,
    written: 'open',
  },
  'count the vote': {
    ready: underVote,
    page: (world, sent) => onPage(world, sent, 'kiem-phieu', { chon: chosen(sent), 'ly-do': REASON }),
    api: (world, sent) => post(world, sent, 'poll-closings', { items: chosen(sent), reason: REASON }),
    effect: (session) => question(session).state,
    written: 'closed',
  },
  'annul the vote': {
    ready: underVote,
    page: (world, sent) => onPage(world, sent, `muc/${sent.item}/huy`, { 'ly-do': REASON }),
    api: (world, sent) => post(world, sent, `items/${sent.item}/annulment`, { reason: REASON }),
    effect: (session) => question(session).state,
    written: 'annulled',
  },
  vote: {
    ready: underVote,
    page: (world, { id, item }) => {
      const { page } = member(world, MEMBERS[0]);
      return form(page, `/hoi-dong/${id}/phieu`, { [`phieu-${item}`]: 'yes' });
    },
    api: (world, { id, item }) => {
      const votes = [{ item, marks: ['yes'] }];
      return call(member(world, MEMBERS[0]).api.post(`${SESSIONS}/${id}/ballots`).send({ votes }));
    },
    effect: (session) => question(session).voted,
    written: 1,
  },
  'enter an opinion': {
    ready: underVote,
    page: (world, sent) => {
      const { item, seat, document } = sent;
      const fields = { 'thanh-vien': seat, 'van-ban': document, [`phieu-${item}`]: 'yes' };
      return onPage(world, sent, 'y-kien', fields);
    },
    api: (world, sent) => {
      const { item, seat, document } = sent;
      return post(world, sent, 'opinions', { seat, document, votes: [{ item, marks: ['yes'] }] });
    },
    effect: (session) => question(session).voted,
    written: 1,
  },
} as const satisfies Record<string, Doing>;
export type Act = keyof typeof ACTS;
