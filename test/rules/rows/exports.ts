import { CAMPAIGN } from '../../support/cases';
import { API, PHASE } from '../../support/opened-phase';
import { type Heard, call, form } from '../support/heard';
import type { Doors, OfficeWorld } from '../support/office';
import { type Rule, rule } from '../support/rule';

/** What is to be exported. */
interface Order {
  kind: string;
  nomination?: string;
  folders?: string[];
  /** How many exports there were before it. */
  before?: number;
}

async function exportsOf({ office }: OfficeWorld): Promise<{ id: string }[]> {
  const { body } = await office.api.get(`${PHASE}/exports`).expect(200);
  return (body as { items: { id: string }[] }).items;
}

function ordered(
  about: Pick<Rule<OfficeWorld>, 'rule' | 'says' | 'isTyped' | 'beside'>,
  wrong: Order,
  right: Order,
  {
    prepare = () => Promise.resolve(),
    api,
  }: { prepare?: (world: OfficeWorld) => Promise<unknown>; api?: string } = {},
): Rule<OfficeWorld> {
  return rule<OfficeWorld, Order>({
    ...about,
    broken: async (world) => {
      await prepare(world);
      return wrong;
    },
    // The same export of the same data is not begun twice while it lasts.
    kept: async (world) => {
      await cancelAll(world);
      return { ...right, before: (await exportsOf(world)).length };
    },
    paths: {
      page: ({ office }, { kind, nomination = '', folders = [] }) =>
        form(office.page, `/xuat-ho-so/${CAMPAIGN}/GD1`, { loai: kind, ma: nomination, nhom: folders }),
      api: api ?? (({ office }, { before: _, ...order }) => orderByApi(office, order)),
      bulk: 'an export is asked for one by one; it may hold the whole phase',
      import: 'no list asks for an export',
    },
    effect: async (world, { before = 0 }) => (await exportsOf(world)).length - before,
    written: 1,
  });
}

async function cancelAll(world: OfficeWorld): Promise<void> {
  for (const { id } of await exportsOf(world)) await world.office.api.delete(`${API}/exports/${id}`);
}

/** The only one that there is room for. */
async function orderFirst(world: OfficeWorld): Promise<void> {
  await cancelAll(world);
  await orderByApi(world.office, { kind: 'documents', folders: ['awards/GK'] });
}

function orderByApi({ api }: Doors, order: Order): Promise<Heard> {
  return call(api.post(`${PHASE}/exports`).send(order));
}

export const EXPORTS: Rule<OfficeWorld>[] = [
  ordered(
    {
      rule: 'a dossier is of a nomination that there is',
      says: 'error.nomination-not-found',
      isTyped: true,
      beside: 'ma',
    },
    { kind: 'nomination', nomination: 'KHONG-CO' },
    { kind: 'nomination', nomination: 'TT-01' },
  ),
  ordered(
    {
      rule: 'whoever exports groups of papers chooses some',
      says: 'error.export-nothing-chosen',
      beside: 'nhom',
    },
    { kind: 'documents', folders: [] },
    { kind: 'documents', folders: ['awards/BK'] },
  ),
  ordered(
    {
      rule: 'groups of papers are those of the plan',
      says: 'error.folder-not-found',
      isTyped: true,
      beside: 'nhom',
    },
    { kind: 'documents', folders: ['awards/ABC'] },
    { kind: 'documents', folders: ['awards/BK'] },
  ),
  ordered(
    { rule: 'no more exports wait than there is room for', says: 'error.export-queue-full' },
    { kind: 'documents', folders: ['awards/BK'] },
    { kind: 'documents', folders: ['awards/BK'] },
    { prepare: orderFirst },
  ),
  ordered(
    { rule: 'whoever exports says what', says: 'error.export-kind-unknown' },
    { kind: 'tat-ca' },
    { kind: 'round' },
    { api: 'the API takes no other word than its schema has: that is the shape of a request' },
  ),
  rule<OfficeWorld, string>({
    rule: 'an export that is not there is not called off',
    says: 'error.export-not-found',
    broken: () => 'khong-co',
    kept: async (world) => {
      await orderFirst(world);
      return (await exportsOf(world))[0]?.id ?? '';
    },
    paths: {
      page: ({ office }, id) => form(office.page, `/xuat-ho-so/${id}/huy`),
      api: ({ office }, id) => call(office.api.delete(`${API}/exports/${id}`)),
      bulk: 'exports are called off one by one',
      import: 'no list calls off an export',
    },
    effect: async ({ office }, id) => {
      const { body } = await office.api.get(`${API}/exports/${id}`).expect(200);
      return (body as { state: string }).state;
    },
    written: 'cancelled',
  }),
];
