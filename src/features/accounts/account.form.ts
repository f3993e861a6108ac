import { GROUPS, type Group } from '../../domain/access';
import { message } from '../../platform/messages/message';
import { type FormBody, formFlag, formList, formNumber, formText } from '../../platform/views/form';
import { errorSummary, formField } from '../../platform/views/form-field';
import type { Refusal } from '../../platform/views/refusal-view';
import type { UnitLine } from '../units/unit.queries';
import type { PersonRow } from './person.entity';
import type { NewPerson } from './person.wanted';

/** What stands in the form of an account. */
export interface AccountInput {
  username: string;
  name: string;
  email: string;
  groups: string[];
  unit: string;
  newUnit: string;
  head: boolean;
  /** That the sender has seen; NaN for a new account. */
  version: number;
}

/** Every sentence about an account says which of its fields it is about. */
const FIELDS = { username: '', name: '', email: '', groups: '', unit: '', newUnit: '', head: '' };

/** An empty form. */
export const NOTHING_TYPED: AccountInput = accountInput({});

/** As it was sent. */
export function accountInput(body: FormBody): AccountInput {
  return {
    username: formText(body, 'username'),
    name: formText(body, 'name'),
    email: formText(body, 'email'),
    groups: formList(body, 'groups'),
    unit: formText(body, 'unit'),
    newUnit: formText(body, 'newUnit'),
    head: formFlag(body, 'head'),
    version: formNumber(body, 'version'),
  };
}

/** As the account stands. */
export function storedInput({
  username,
  name,
  email,
  groups,
  unitId,
  headsUnit,
  version,
}: PersonRow): AccountInput {
  const head = Boolean(headsUnit);
  return { username, name, email: email ?? '', groups, unit: unitId ?? '', newUnit: '', head, version };
}

/** What the service is asked for. */
export function wantedAccount({
  username,
  name,
  email,
  groups,
  unit,
  newUnit,
  head,
}: AccountInput): NewPerson {
  return {
    username,
    name,
    email: email || null,
    groups: groups.filter(isGroup),
    unitId: unit || null,
    newUnit,
    headsUnit: head,
  };
}

function isGroup(text: string): text is Group {
  return GROUPS.some((group) => group === text);
}

/** For `accounts/fields`. */
export function accountFields(input: AccountInput, units: readonly UnitLine[], refusal: Refusal) {
  const field = (name: string, value: string) => formField(name, value, refusal);
  return {
    summary: errorSummary(refusal, FIELDS),
    stale: refusal.code === 'stale-edit',
    version: Number.isNaN(input.version) ? '' : String(input.version),
    fields: {
      username: field('username', input.username),
      name: field('name', input.name),
      email: field('email', input.email),
      groups: { ...field('groups', ''), options: groupOptions(input.groups) },
      unit: { ...field('unit', input.unit), options: unitOptions(input.unit, units) },
      newUnit: field('newUnit', input.newUnit),
      head: { ...field('head', '1'), checked: input.head },
    },
  };
}

function groupOptions(ticked: readonly string[]) {
  return GROUPS.map((group) => ({
    value: group,
    label: message(`group.${group}`),
    hint: message(`group.hint.${group}`),
    checked: ticked.includes(group),
  }));
}

function unitOptions(chosen: string, units: readonly UnitLine[]) {
  return units.map(({ id, name }) => ({ value: id, label: name, selected: id === chosen }));
}
