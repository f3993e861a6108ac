import type { Campaign } from '../../domain/campaign';
import { message } from '../../platform/messages/message';
import { plainDay, typedDay } from '../../platform/text/vietnam-time';
import { type FormBody, formText } from '../../platform/views/form';
import { type FieldLabels, errorSummary, formField } from '../../platform/views/form-field';
import type { Refusal } from '../../platform/views/refusal-view';
import type { PhaseRow } from '../campaigns/phase.entity';
import { phaseAddress, settingsAddress } from './address';
import type { PlannedPhase } from './plan.queries';

/** The settings of a phase as they were typed, by the names of the form's fields. */
type TypedSettings = Record<string, string>;

const COUNCIL = ['members', 'present', 'written'] as const;
/** Who is there is known when the council has met. */
const OPENING = ['members'] as const;

export function typedSettings(body: FormBody, campaign: Campaign): TypedSettings {
  return Object.fromEntries(fieldsOf(campaign).map((name) => [name, formText(body, name)]));
}

export function storedSettings(row: PhaseRow | null): TypedSettings {
  if (row === null) return {};
  const council = COUNCIL.map((name) => [`council.${name}`, String(row.council?.[name] ?? '')]);
  return { date: plainDay(row.date), version: String(row.version), ...Object.fromEntries(council) };
}

/** As the head of a nominations document says it (spec §2): a field left empty is not stated. */
export function settingsOf(typed: TypedSettings, { criteriaSets }: Campaign) {
  const council = stated(COUNCIL.map((name) => [name, typed[`council.${name}`] ?? '']));
  const counts = stated(criteriaSets.map(({ code }) => [code, typed[`participants.${code}`] ?? '']));
  return {
    date: typedDay(typed['date'] ?? ''),
    ...(Object.keys(council).length > 0 && { council }),
    ...(Object.keys(counts).length > 0 && { participants: counts }),
  };
}

/** A number as one, and whatever else was typed as it is: the reader says what is wrong with it. */
function stated(fields: [name: string, text: string][]): Record<string, number | string> {
  const filled = fields.filter(([, text]) => text !== '');
  return Object.fromEntries(
    filled.map(([name, text]) => [name, /^\d{1,9}$/.test(text) ? Number(text) : text]),
  );
}

/** The number of participants counts only where a quota is a share of it. */
function sharedSets({ criteriaSets, awards }: Campaign) {
  return criteriaSets.filter((set) =>
    awards.some(({ quota }) =>
      quota.some(
        (line) =>
          line.maxPercent !== undefined && line.subject === set.subject && line.audience === set.audience,
      ),
    ),
  );
}

/** The field that a finding is about: one on the council as a whole stands at its first number. */
export function settingsField(path: readonly (string | number)[]): string {
  return path.length === 1 && path[0] === 'council' ? 'council.members' : path.join('.');
}

function fieldsOf(campaign: Campaign): string[] {
  const participants = campaign.criteriaSets.map(({ code }) => `participants.${code}`);
  return ['date', 'version', ...COUNCIL.map((name) => `council.${name}`), ...participants];
}

/** In the summary the number of a set says what it counts; `version` is hidden. */
function labelsOf({ criteriaSets }: Campaign): FieldLabels {
  const council = COUNCIL.map((name) => [`council.${name}`, message(`settings.council.${name}`)]);
  const counts = criteriaSets.map(({ code, title }) => [
    `participants.${code}`,
    message('settings.participants.of', { set: title }),
  ]);
  return { date: message('settings.date'), ...Object.fromEntries([...council, ...counts]) };
}

export function settingsPage(phase: PlannedPhase, typed: TypedSettings, refusal: Refusal) {
  const { campaign, planned, opened, version } = phase;
  const field = (name: string) => formField(name, typed[name] ?? '', refusal);
  const votes = campaign.awards.some(({ requires }) => requires.vote !== undefined);
  const crumbs = [{ href: phaseAddress(campaign.code, planned.code), label: planned.title }];
  return {
    head: { lead: `${campaign.title}. ${planned.title}`, crumbs },
    heading: message(opened ? 'settings.edit' : 'settings.open'),
    address: settingsAddress(campaign.code, planned.code),
    isOpen: opened !== null,
    plan: message('settings.plan', { plan: version }),
    councilHint: message(votes ? 'settings.council.needed' : 'settings.council.free'),
    form: {
      summary: errorSummary(refusal, labelsOf(campaign)),
      version: typed['version'] ?? '0',
      date: { ...field('date'), label: message('settings.date') },
      council: (opened ? COUNCIL : OPENING).map((name) => ({
        required: votes && name === 'members',
        ...field(`council.${name}`),
        label: message(`settings.council.${name}`),
      })),
      participants: opened
        ? []
        : sharedSets(campaign).map(({ code, title }) => ({ ...field(`participants.${code}`), label: title })),
    },
    participants: Object.entries(opened?.participants ?? {}).map(([code, count]) => ({
      label: campaign.criteriaSets.find((set) => set.code === code)?.title ?? code,
      count: String(count),
    })),
  };
}
