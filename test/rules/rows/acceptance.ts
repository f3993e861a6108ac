import { CAMPAIGN, nominationsOf } from '../../support/cases';
import { API } from '../../support/opened-phase';
import { conclude, newCampaign, openPhaseOf } from '../support/campaign';
import { ONE_OR_LIST } from '../support/content';
import { type Heard, call, form } from '../support/heard';
import { importList } from '../support/import';
import { type Doors, type OfficeWorld, draft, newCode, partOf } from '../support/office';
import { type Path, type Rule, rule } from '../support/rule';

/** A new nomination, and where it is sent. */
interface Sent {
  campaign: string;
  phase?: string;
  plain: { code: string; name: string; [key: string]: unknown };
  /** Of the document around it, where it comes in a list. */
  head?: object;
}

const OWN_FORM = 'the form of a unit does not ask this: it is the unit’s own, or nobody’s';

/** A nomination that somebody begins: in the form for it, by the API, or in a list. */
function begun(
  about: Pick<Rule<OfficeWorld>, 'rule' | 'says' | 'inList' | 'beside'>,
  {
    by = ({ unit }) => unit,
    page,
    paths = {},
    ...acts
  }: {
    broken: Rule<OfficeWorld, Sent>['broken'];
    kept: Rule<OfficeWorld, Sent>['kept'];
    by?: (world: OfficeWorld) => Doors;
    /** Why the form cannot break it. */
    page?: string;
    paths?: Partial<Record<Path, string>>;
  },
): Rule<OfficeWorld> {
  return rule<OfficeWorld, Sent>({
    ...about,
    ...acts,
    paths: {
      page: page ?? ((world, sent) => beginOnPage(by(world), sent)),
      api: (world, sent) => beginByApi(by(world), sent),
      bulk: ONE_OR_LIST,
      import: (world, { campaign, phase = 'GD1', plain, head }) => {
        const document = {
          schema: 'thidua/nominations@1',
          campaign,
          phase,
          ...head,
          nominations: [plain],
        };
        return importList(world.app, by(world), { document }, { campaign, phase });
      },
      ...paths,
    },
    effect: async (world, sent) => found(world, sent),
    written: 1,
  });
}

function beginOnPage(
  { page }: Doors,
  { campaign, phase = 'GD1', plain: { code, name } }: Sent,
): Promise<Heard> {
  return form(page, `/don-vi/lap/${campaign}/${phase}`, { set: 'tap-the', code, name });
}

function beginByApi({ api }: Doors, { campaign, phase = 'GD1', plain }: Sent): Promise<Heard> {
  return call(api.post(`${API}/campaigns/${campaign}/phases/${phase}/nominations`).send(plain));
}

/** The nominations of the phase whose codes end so, as the office or the unit sees them. */
async function found({ app, unit }: OfficeWorld, { campaign, plain: { code } }: Sent): Promise<number> {
  const url = `${API}/campaigns/${campaign}/phases/GD1/nominations?q=${code}`;
  const ids = new Set<string>();
  for (const agent of [app.agent, unit.api]) {
    const { body } = await agent.get(url).expect(200);
    const { items } = body as { items: { id: string; code: string }[] };
    for (const item of items) if (item.code.endsWith(code)) ids.add(item.id);
  }
  return ids.size;
}

function fresh({ unit }: OfficeWorld, campaign = CAMPAIGN, more: object = {}): Sent {
  const code = newCode();
  const name = `Tập thể ${code}`;
  return { campaign, plain: { code, subject: 'collective', name, unit: unit.unit, ...more } };
}

const other = (world: OfficeWorld) => fresh(world);
const office = ({ office: own }: OfficeWorld) => own;

export const ACCEPTANCE: Rule<OfficeWorld>[] = [
  begun(
    {
      rule: 'a code names one nomination of a phase',
      says: 'error.nomination-exists',
      inList: 'finding.nomination-exists',
    },
    {
      broken: async (world) => {
        const sent = fresh(world);
        await draft(world.unit, { code: sent.plain.code });
        return sent;
      },
      kept: other,
    },
  ),
  begun(
    { rule: 'nothing is taken in for a campaign that is not there', says: 'error.campaign-not-found' },
    { broken: (world) => fresh(world, 'khong-co'), kept: other },
  ),
  begun(
    { rule: 'nothing is taken in for a phase that the plan has not', says: 'error.phase-not-found' },
    { broken: (world) => ({ ...fresh(world), phase: 'GD9' }), kept: other },
  ),
  begun(
    { rule: 'a phase that is not open takes in nothing', says: 'error.phase-not-open' },
    {
      broken: async (world) => fresh(world, await newCampaign(world)),
      kept: async (world, sent) => {
        await openPhaseOf(world, sent.campaign);
        return sent;
      },
    },
  ),
  begun(
    { rule: 'a phase that leadership has concluded takes in nothing', says: 'error.phase-closed' },
    {
      broken: async (world) => {
        const campaign = await newCampaign(world);
        await openPhaseOf(world, campaign);
        await conclude(world, campaign);
        return fresh(world, campaign);
      },
      kept: other,
    },
  ),
  begun(
    { rule: 'a unit writes for itself', says: 'error.another-unit', inList: 'finding.another-unit' },
    {
      broken: (world) => fresh(world, CAMPAIGN, { unit: 'Thanh tra Sở' }),
      kept: other,
      page: OWN_FORM,
    },
  ),
  begun(
    {
      rule: 'a unit writes no appraisal',
      says: 'error.unit-may-not-write',
      inList: 'finding.unit-may-not-write',
    },
    {
      broken: (world) => fresh(world, CAMPAIGN, { scores: { appraisal: { a: 10 } } }),
      kept: other,
      page: OWN_FORM,
    },
  ),
  begun(
    { rule: 'a score belongs to a criterion of the plan', says: 'finding.entry-of-unknown-criterion' },
    {
      broken: (world) => fresh(world, CAMPAIGN, { scores: { self: { z: 10 } } }),
      kept: other,
      page: 'the form has the fields of the plan’s criteria, and reads no other',
    },
  ),
  begun(
    {
      rule: 'codes that begin with the letters of a unit are its own',
      says: 'error.code-of-unit',
      inList: 'finding.code-of-unit',
    },
    {
      by: office,
      broken: async (world) => {
        const { code } = (await partOf(world.unit, await draft(world.unit), [])) as { code: string };
        return fresh(world, CAMPAIGN, { code: `${code.split('.')[0]}.${newCode()}` });
      },
      kept: other,
      page: 'the office has no form to begin a nomination: it takes in lists, and single ones by the API',
    },
  ),
  begun(
    {
      rule: 'nobody brings points of a member who is the nominee: only that they do not score',
      says: 'finding.member-recused',
    },
    {
      by: office,
      broken: (world) => scoredByOneself(world, { recused: false, points: POINTS }),
      kept: (world) => scoredByOneself(world, { recused: true, points: {} }),
      page: 'the office has no form to begin a nomination: it takes in lists, and single ones by the API',
    },
  ),
  begun(
    { rule: 'a list goes into the phase that it names', says: 'error.another-phase' },
    {
      by: office,
      broken: (world) => ({ ...fresh(world), head: { ...HEAD, phase: 'GD2' } }),
      kept: (world) => ({ ...fresh(world), head: HEAD }),
      page: OWN_FORM,
      paths: { api: 'a single nomination goes into the phase of its address' },
    },
  ),
  begun(
    { rule: 'a list changes no setting of the phase in passing', says: 'error.phase-settings-differ' },
    {
      by: office,
      broken: (world) => ({ ...fresh(world), head: { ...HEAD, date: '2026-01-15' } }),
      kept: (world) => ({ ...fresh(world), head: HEAD }),
      page: OWN_FORM,
      paths: { api: 'a single nomination states no setting of the phase' },
    },
  ),
];

const POINTS = { '1': '28', '2': '25', '3': '20.5', '4': '15' };

/** An individual with a sheet of the council under the individual's own name. */
function scoredByOneself(world: OfficeWorld, sheet: object): Sent {
  const { plain, ...rest } = fresh(world);
  const name = `Lê Văn ${plain.code}`;
  const model = nominationsOf('hung-yen').nominations.find(({ subject }) => subject === 'individual');
  const scores = { council: [{ member: name.toUpperCase(), ...sheet }] };
  return { ...rest, plain: { ...model, ...plain, subject: 'individual', name, scores } };
}

/** What an office’s document says of its phase. */
const HEAD = headOf(nominationsOf('hung-yen'));

function headOf({ nominations: _, tieResolutions: __, ...head }: ReturnType<typeof nominationsOf>) {
  return head;
}
