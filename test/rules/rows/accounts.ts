import type { Group } from '../../../src/domain/access';
import { API } from '../../support/opened-phase';
import { importList } from '../support/import';
import { type Heard, call, form } from '../support/heard';
import { CAMPAIGN, nominationsOf } from '../../support/cases';
import { type Doors, type OfficeWorld, doors, newCode } from '../support/office';
import { type Rule, rule } from '../support/rule';

const ONE_BY_ONE = 'accounts and units are changed one by one';
const NO_LIST = 'no list brings accounts';

interface Account {
  username: string;
  name: string;
  groups: string[];
  email?: string;
  unit?: string;
  headsUnit?: boolean;
}

const account = (more: Partial<Account> = {}): Account => ({
  username: `tk.${newCode().toLowerCase()}`,
  name: 'Nguyễn Văn An',
  groups: ['office'],
  ...more,
});

/** A new account. */
function added(
  about: Pick<Rule<OfficeWorld>, 'rule' | 'says' | 'beside'>,
  wrong: Partial<Account>,
): Rule<OfficeWorld> {
  return rule<OfficeWorld, Account>({
    ...about,
    under: 'error.account-refused',
    broken: () => account(wrong),
    kept: () => account({ username: `tk.${newCode().toLowerCase()}` }),
    paths: {
      page: ({ admin }, { headsUnit, ...sent }) =>
        form(admin.page, '/quan-tri/tai-khoan', { ...sent, ...(headsUnit && { head: '1' }) }),
      api: ({ admin }, sent) => call(admin.api.post(`${API}/accounts`).send(sent)),
      bulk: ONE_BY_ONE,
      import: NO_LIST,
    },
    effect: async ({ admin }, { username }) => {
      const { body } = await admin.api.get(`${API}/accounts?q=${username}`).expect(200);
      return (body as { items: { username: string }[] }).items.length;
    },
    written: 1,
  });
}

/** An act on an account that is there. */
interface Change {
  by: Doors;
  id: string;
  version: number;
  groups: string[];
}

type Act = 'disable' | 'reset' | 'edit';
const ROUTES = { disable: ['khoa', 'disabling'], reset: ['cap-lai-mat-khau', 'password-reset'] } as const;

function changed(
  about: Pick<Rule<OfficeWorld>, 'rule' | 'says' | 'beside'>,
  act: Act,
  broken: (world: OfficeWorld) => Promise<Change>,
  kept: (world: OfficeWorld, change: Change) => Promise<Change> | Change = (world) => another(world),
): Rule<OfficeWorld> {
  return rule<OfficeWorld, Change>({
    ...about,
    broken,
    kept,
    paths: {
      page: (_, sent) => changeOnPage(act, sent),
      api: (_, sent) => changeByApi(act, sent),
      bulk: ONE_BY_ONE,
      import: NO_LIST,
    },
    effect: async ({ admin }, { id, version }) => {
      const { headers } = await admin.api.get(`${API}/accounts/${id}`).expect(200);
      return headers['etag'] !== `"v${version}"`;
    },
    written: true,
  });
}

function changeOnPage(act: Act, { by, id, version, groups }: Change): Promise<Heard> {
  const at = `/quan-tri/tai-khoan/${id}`;
  if (act !== 'edit') return form(by.page, `${at}/${ROUTES[act][0]}`);
  return form(by.page, at, { name: 'Người khác', groups, version });
}

function changeByApi(act: Act, { by, id, version, groups }: Change): Promise<Heard> {
  const at = `${API}/accounts/${id}`;
  if (act !== 'edit') return call(by.api.post(`${at}/${ROUTES[act][1]}`));
  return call(by.api.put(at).set('If-Match', `"v${version}"`).send({ name: 'Người khác', groups }));
}

/** A new account of the groups, and its id. */
async function someone({ app, admin }: OfficeWorld, groups: Group[]): Promise<{ by: Doors; id: string }> {
  const { username } = account();
  const by = await doors(app, groups, 'Văn phòng Sở', { username });
  const { body } = await admin.api.get(`${API}/accounts?q=${username}`).expect(200);
  const [found] = (body as { items: { id: string }[] }).items;
  return { by, id: found?.id ?? '' };
}

/** Somebody else’s account, as it stands. */
async function another(world: OfficeWorld): Promise<Change> {
  const { id } = await someone(world, ['office']);
  return { by: world.admin, id, version: 1, groups: ['office'] };
}

/** The account of whoever acts, an administrator. */
async function own(world: OfficeWorld): Promise<Change> {
  return { ...(await someone(world, ['administrator'])), version: 1, groups: ['office'] };
}

export const ACCOUNTS: Rule<OfficeWorld>[] = [
  added(
    { rule: 'an account has a name', says: 'finding.person-name-missing', beside: 'name' },
    { name: ' ' },
  ),
  added(
    { rule: 'a username is short and plain', says: 'finding.username-invalid', beside: 'username' },
    { username: 'a b' },
  ),
  added(
    { rule: 'a username is one person’s', says: 'finding.username-taken', beside: 'username' },
    { username: 'toan-quyen' },
  ),
  added(
    { rule: 'an account is in a group', says: 'finding.groups-missing', beside: 'groups' },
    { groups: [] },
  ),
  added(
    { rule: 'an address is an address', says: 'finding.email-invalid', beside: 'email' },
    { email: 'khong-phai' },
  ),
  added(
    { rule: 'whoever writes for a unit has one', says: 'finding.unit-missing', beside: 'unit' },
    { groups: ['unit'] },
  ),
  added(
    { rule: 'a unit is one that is there', says: 'finding.unit-unknown', beside: 'unit' },
    { unit: 'khong-co' },
  ),
  changed({ rule: 'nobody locks themselves out', says: 'error.own-account' }, 'disable', own),
  changed({ rule: 'nobody gives themselves a first password', says: 'error.own-account' }, 'reset', own),
  changed({ rule: 'nobody gives up being administrator', says: 'error.own-account' }, 'edit', own),
  changed(
    { rule: 'nobody writes over what another has changed of an account', says: 'error.stale-edit' },
    'edit',
    async (world) => {
      const change = await another(world);
      await changeByApi('edit', change);
      return change;
    },
    (_, change) => ({ ...change, version: change.version + 1 }),
  ),
  changed(
    { rule: 'an account that is not there is not locked', says: 'error.person-not-found' },
    'disable',
    async (world) => ({ ...(await another(world)), id: 'khong-co' }),
  ),
];

/** A unit, by the name that it is to have. */
interface Unit {
  name: string;
  /** The unit that is given the name, on the page. */
  id: string;
  kept: string;
}

function named(
  about: Pick<Rule<OfficeWorld>, 'rule' | 'says' | 'inList' | 'beside'>,
  wrong: string,
  list?: string,
): Rule<OfficeWorld> {
  const fresh = async ({ admin }: OfficeWorld): Promise<Unit> => {
    const kept = `Phòng ${newCode()}`;
    const { body } = await admin.api
      .post(`${API}/units`)
      .send({ name: `Tạm ${kept}` })
      .expect(201);
    return { name: wrong, id: (body as { id: string }).id, kept };
  };
  return rule<OfficeWorld, Unit>({
    ...about,
    broken: fresh,
    // Typed in a hurry: it is one name all the same.
    kept: (_, sent) => ({ ...sent, name: ` ${sent.kept.replace(' ', '   ')} ` }),
    paths: {
      page: ({ admin }, { id, name }) => form(admin.page, `/quan-tri/don-vi/${id}/doi-ten`, { name }),
      api: ({ admin }, { name }) => call(admin.api.post(`${API}/units`).send({ name })),
      bulk: ONE_BY_ONE,
      import: list ?? (({ app, office }, { name }) => importList(app, office, listOf(name))),
    },
    effect: async ({ admin }, { kept }) => {
      const { body } = await admin.api.get(`${API}/units`).query({ q: kept, size: 200 }).expect(200);
      return (body as { items: { name: string }[] }).items.filter(({ name }) => name === kept).length;
    },
    written: 1,
  });
}

/** An office’s list with one nomination of the unit. */
function listOf(unit: string) {
  const { nominations: _, tieResolutions: __, ...head } = nominationsOf('hung-yen');
  const nomination = { code: newCode(), subject: 'collective', name: 'Tổ một cửa', unit };
  return { document: { ...head, campaign: CAMPAIGN, nominations: [nomination] } };
}

export const UNITS: Rule<OfficeWorld>[] = [
  named(
    {
      rule: 'a unit has a name',
      says: 'error.unit-name-missing',
      beside: 'name',
      inList: 'finding.empty-text',
    },
    '  ',
  ),
  named(
    {
      rule: 'the name of a unit is no treatise',
      says: 'error.unit-name-long',
      beside: 'name',
      inList: 'finding.text-too-long',
    },
    'Phòng '.repeat(60),
  ),
  named(
    { rule: 'a name is one unit’s', says: 'error.unit-exists' },
    '  Phòng  Quản lý Khoa học ',
    'a list that names a unit means the one that bears the name',
  ),
];
