import { CAMPAIGN } from '../../support/cases';
import { API, PHASE } from '../../support/opened-phase';
import { type Heard, call, form } from '../support/heard';
import {
  type Doors,
  type OfficeWorld,
  doors,
  draft,
  newCode,
  stateOf,
  stepByApi,
  stepOnPage,
} from '../support/office';
import { type Rule, rule } from '../support/rule';

const NOT_HERE = 'a unit sends with its own hand, one nomination at a time';
const NO_LIST = 'a list that comes in sends nothing: a unit’s becomes drafts';
const ONE_BY_ONE = 'deadlines are set one by one, and lateness is allowed one by one';

/** A nomination of a unit that has never sent one. */
interface Late {
  unit: Doors;
  id: string;
}

/** Sets a deadline of the worked phase, whatever stands there. */
async function setDeadline({ office: { api } }: OfficeWorld, kind: string, day: string): Promise<void> {
  const { body } = await api.get(`${PHASE}/deadlines`).expect(200);
  const { items } = body as { items: { kind: string; version: number }[] };
  const version = items.find((each) => each.kind === kind)?.version ?? 0;
  const sent = { day, basis: 'stated', source: 'Kế hoạch số 12/KH-SKHCN' };
  await api.put(`${PHASE}/deadlines/${kind}`).set('If-Match', `"v${version}"`).send(sent).expect(200);
}

const PASSED = '2026-02-27';
const TO_COME = '2026-12-31';

async function unitIdOf({ office }: OfficeWorld, name: string): Promise<string> {
  const { body } = await office.api.get(`${API}/units`).query({ q: name, size: 200 }).expect(200);
  return (
    (body as { items: { id: string; name: string }[] }).items.find((each) => each.name === name)?.id ?? ''
  );
}

const submission = {
  paths: {
    page: (_: OfficeWorld, { unit, id }: Late) => stepOnPage(unit, 'submit', { id }),
    api: (_: OfficeWorld, { unit, id }: Late) => stepByApi(unit, 'submit', { id }),
    bulk: NOT_HERE,
    import: NO_LIST,
  },
  effect: (_: OfficeWorld, { unit, id }: Late) => stateOf(unit, id),
  written: 'submitted',
};

const newUnit = ({ app }: OfficeWorld) => doors(app, ['unit'], `Đơn vị ${newCode()}`);

const LATE: Rule<OfficeWorld>[] = [
  rule<OfficeWorld, Late>({
    rule: 'a unit sends nothing after the deadline, unless the office allows it and says why',
    says: 'error.deadline-passed',
    broken: async (world) => {
      const unit = await newUnit(world);
      await setDeadline(world, 'submission', PASSED);
      return { unit, id: await draft(unit) };
    },
    kept: async (world, sent) => {
      const allowed = { unit: await unitIdOf(world, sent.unit.unit), reason: 'Mất điện diện rộng' };
      await world.office.api.post(`${PHASE}/deadlines/submission/overrides`).send(allowed).expect(201);
      return sent;
    },
    ...submission,
  }),
  rule<OfficeWorld, Late>({
    rule: 'a unit answers nothing after its deadline, unless the office allows it and says why',
    says: 'error.deadline-passed',
    broken: async (world) => {
      const unit = await newUnit(world);
      await setDeadline(world, 'submission', TO_COME);
      const id = await draft(unit);
      await unit.api.post(`${API}/nominations/${id}/submission`).expect(201);
      await world.office.api.post(`${API}/nominations/${id}/return`).send({ reason: 'Bổ sung' }).expect(201);
      await setDeadline(world, 'answer', PASSED);
      return { unit, id };
    },
    kept: async (world, sent) => {
      const url = `${API}/nominations/${sent.id}/deadline-overrides`;
      await world.office.api.post(url).send({ reason: 'Mất điện diện rộng' }).expect(201);
      return sent;
    },
    ...submission,
  }),
];

/** A deadline as it is set. */
interface Setting {
  day: string;
  basis: string;
  source: string;
  seen: number;
  kind: string;
}

const SETTING = { day: TO_COME, basis: 'stated', source: 'Kế hoạch số 12/KH-SKHCN', kind: 'appraisal' };

async function seen({ office: { api } }: OfficeWorld, kind: string): Promise<number> {
  const { body } = await api.get(`${PHASE}/deadlines`).expect(200);
  const { items } = body as { items: { kind: string; version: number }[] };
  return items.find((each) => each.kind === kind)?.version ?? 0;
}

function deadline(
  about: Pick<Rule<OfficeWorld>, 'rule' | 'says' | 'beside'>,
  wrong: Partial<Setting>,
): Rule<OfficeWorld> {
  const at = async (world: OfficeWorld) => ({ ...SETTING, seen: await seen(world, SETTING.kind) });
  return rule<OfficeWorld, Setting>({
    ...about,
    broken: async (world) => ({ ...(await at(world)), ...wrong }),
    kept: at,
    paths: {
      page: ({ office }, sent) => setOnPage(office, sent),
      api: ({ office }, { kind, seen: version, ...sent }) =>
        call(office.api.put(`${PHASE}/deadlines/${kind}`).set('If-Match', `"v${version}"`).send(sent)),
      bulk: ONE_BY_ONE,
      import: 'deadlines stand in no list',
    },
    effect: async (world, { seen: version }) => (await seen(world, SETTING.kind)) - version,
    written: 1,
  });
}

function setOnPage({ page }: Doors, { kind, day, basis, source, seen: version }: Setting): Promise<Heard> {
  const typed = day.split('-').reverse().join('/');
  const fields = { way: 'day', day: typed, basis, source, version };
  return form(page, `/van-phong/thoi-han/${CAMPAIGN}/GD1/${kind}`, fields);
}

const SETTINGS: Rule<OfficeWorld>[] = [
  deadline(
    { rule: 'a deadline is a day that there is', says: 'finding.deadline-not-a-day', beside: 'day' },
    { day: '2026-02-30' },
  ),
  deadline(
    { rule: 'a deadline says by what it is set', says: 'finding.deadline-source', beside: 'source' },
    { source: ' ' },
  ),
  deadline(
    { rule: 'a deadline is stated or assumed', says: 'finding.deadline-basis', beside: 'basis' },
    { basis: 'guessed' },
  ),
  deadline(
    { rule: 'nobody writes over a deadline that another has set', says: 'error.stale-edit' },
    { seen: 99 },
  ),
  deadline(
    { rule: 'a phase has deadlines of four kinds', says: 'error.deadline-not-found' },
    { kind: 'khong-co' },
  ),
];

/** What the office allows a unit. */
interface Allowed {
  unit: string;
  reason: string;
  until?: string;
}

function allowance(
  about: Pick<Rule<OfficeWorld>, 'rule' | 'says' | 'beside'>,
  wrong: Partial<Allowed>,
): Rule<OfficeWorld> {
  const sound = async (world: OfficeWorld) => ({
    unit: await unitIdOf(world, (await newUnit(world)).unit),
    reason: 'Mất điện diện rộng',
  });
  return rule<OfficeWorld, Allowed>({
    ...about,
    broken: async (world) => {
      await setDeadline(world, 'submission', PASSED);
      return { ...(await sound(world)), ...wrong };
    },
    kept: sound,
    paths: {
      page: ({ office }, { until = '', ...sent }) => {
        const typed = until.split('-').reverse().join('/');
        const fields = { ...sent, kind: 'submission', until: typed };
        return form(office.page, `/van-phong/gui-muon/${CAMPAIGN}/GD1`, fields);
      },
      api: ({ office }, sent) => call(office.api.post(`${PHASE}/deadlines/submission/overrides`).send(sent)),
      bulk: ONE_BY_ONE,
      import: 'no list allows anything',
    },
    effect: async ({ db }, { unit }) => {
      const rows = await db.unitOfWork.reader.sql<object[]>`
        SELECT "id" FROM "deadline_override" WHERE "unitId" = ${unit}`;
      return rows.length;
    },
    written: 1,
  });
}

const ALLOWANCES: Rule<OfficeWorld>[] = [
  allowance(
    { rule: 'whoever allows lateness says why', says: 'finding.override-reason', beside: 'reason' },
    { reason: ' ' },
  ),
  allowance(
    { rule: 'lateness is allowed to a unit that there is', says: 'finding.override-unit', beside: 'unit' },
    { unit: 'khong-co' },
  ),
  allowance(
    { rule: 'lateness is allowed for days to come', says: 'finding.override-until-past', beside: 'until' },
    { until: PASSED },
  ),
];

export const DEADLINES: Rule<OfficeWorld>[] = [...LATE, ...SETTINGS, ...ALLOWANCES];
