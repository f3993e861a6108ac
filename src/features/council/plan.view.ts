import { message } from '../../platform/messages/message';
import { type FormBody, formList, formText } from '../../platform/views/form';
import type { Refusal } from '../../platform/views/refusal-view';
import { typedDay } from '../../platform/text/vietnam-time';
import type { PersonRow } from '../accounts/person.entity';
import type { PhaseChoice } from '../campaigns/phase.choices';
import { problemsOf } from './problems';
import type { SessionPlan } from './session.plan';

/** What stands in the form of a session: days as people type them. */
export interface TypedPlan {
  phase: string;
  title: string;
  place: string;
  date: string;
  time: string;
  chair: string;
  secretary: string;
  members: string[];
}

export function typedPlan(body: FormBody): TypedPlan {
  const text = (name: string) => formText(body, name);
  return {
    phase: text('phase'),
    title: text('title'),
    place: text('place'),
    date: text('date'),
    time: text('time'),
    chair: text('chair'),
    secretary: text('secretary'),
    members: formList(body, 'members'),
  };
}

/** Chair and secretary need not be ticked among the members. */
export function planIn({ title, place, date, time, chair, secretary, members }: TypedPlan): SessionPlan {
  const others = members.filter((person) => person !== chair && person !== secretary);
  return {
    title,
    place,
    date: typedDay(date),
    time: /^\d:\d\d$/.test(time) ? `0${time}` : time.replace(/[hg]/i, ':'),
    seats: [
      ...(chair === '' ? [] : [{ person: chair, role: 'chair' as const }]),
      ...others.map((person) => ({ person, role: 'member' as const })),
      ...(secretary === '' ? [] : [{ person: secretary, role: 'secretary' as const }]),
    ],
  };
}

/** The form of a session, for a phase that is not concluded; without phases to choose from it is one that is there already. */
export function planForm(
  persons: readonly PersonRow[],
  typed: TypedPlan,
  refusal: Refusal,
  phases: readonly PhaseChoice[] | null,
) {
  const { byField } = refusal;
  const council = persons.filter(({ groups }) => groups.includes('council'));
  const fieldOf = seatField(typed);
  const beside = (name: string) =>
    refusal.findings.flatMap(({ field, message: text }) => (fieldOf(field) === name ? [text] : []));
  return {
    problems: problemsOf(refusal, fieldOf, headLabel),
    fields: {
      phase: phases && phaseField(phases, typed.phase, byField),
      title: textField('title', typed, byField),
      place: textField('place', typed, byField),
      date: textField('date', typed, byField),
      time: { ...textField('time', typed, byField), width: 'xs' },
      chair: personField('chair', council, typed, beside('chair')),
      secretary: personField('secretary', persons, typed, []),
      members: membersField(council, typed, beside('members')),
    },
    nobody: council.length === 0,
  };
}

/** What is wrong with chair or members says so by itself. */
function headLabel(field: string): string {
  return field === 'title' || field === 'place' ? message(`council.plan.${field}`) : '';
}

function textField(name: 'title' | 'place' | 'date' | 'time', typed: TypedPlan, byField: Refusal['byField']) {
  const label = message(`council.plan.${name}`);
  const errors = byField[name] ?? null;
  return { id: name, name, label, value: typed[name], errors, required: name !== 'place', hint: null };
}

/** The field of the form that a finding about the seats is told beside: without a chair it is the chair that is missing. */
function seatField({ chair }: TypedPlan): (path: string) => string {
  return (path) => {
    if (path === 'seats' && chair === '') return 'chair';
    return path.startsWith('seats') ? 'members' : path;
  };
}

function personField(
  name: 'chair' | 'secretary',
  of: readonly PersonRow[],
  typed: TypedPlan,
  errors: string[],
) {
  return {
    id: name,
    name,
    label: message(`council.plan.${name}`),
    blank: message(`council.plan.${name}.blank`),
    options: of.map((row) => ({ ...optionOf(row), selected: row.id === typed[name] })),
    required: name === 'chair',
    errors,
    hint: null,
  };
}

function membersField(council: readonly PersonRow[], typed: TypedPlan, errors: string[]) {
  return {
    id: 'members',
    name: 'members',
    label: message('council.plan.members'),
    hint: message('council.plan.members.hint'),
    many: true,
    look: null,
    required: true,
    errors,
    options: council.map((row) => ({ ...optionOf(row), checked: typed.members.includes(row.id) })),
  };
}

function phaseField(phases: readonly PhaseChoice[], chosen: string, byField: Refusal['byField']) {
  return {
    id: 'phase',
    name: 'phase',
    label: message('council.plan.phase'),
    required: true,
    hint: null,
    errors: byField.phase ?? null,
    options: phases
      .filter(({ concludedAt }) => concludedAt === null)
      .map(({ campaign, title, phase, phaseTitle }) => {
        const value = `${campaign}/${phase}`;
        return { value, label: `${phaseTitle}: ${title}`, selected: value === chosen };
      }),
  };
}

function optionOf({ id, name, username }: PersonRow) {
  return { value: id, label: `${name} (${username})` };
}
