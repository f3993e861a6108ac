import { hasMessage, message } from '../../../platform/messages/message';
import { typedDay } from '../../../platform/text/vietnam-time';
import { type FormBody, formOptional, formText } from '../../../platform/views/form';
import { labelled } from '../../../platform/views/form-field';
import type { Refusal } from '../../../platform/views/refusal-view';
import { CONFIRMATION_RESULTS } from '../../appraisal/confirmation.entity';
import type { NewConfirmation } from '../../appraisal/confirmation.service';
import type { MatterRow } from '../../nominations/matter.entity';

/** Which of the forms of the page came back, with what was typed and why. */
export interface ChecksScreen {
  form: 'matter' | 'settle' | 'confirmation';
  /** The matter that was to be settled. */
  matter?: string;
  typed: FormBody;
  refusal: Refusal;
}

const KINDS = ['discipline', 'investigation', 'complaint', 'press'] as const;
const STATUSES = ['pending', 'cleared', 'upheld'] as const;
/** Of which agencies the confirmations are usually asked. */
const AGENCIES = [
  'Công an',
  'Sở Nội vụ',
  'Sở Nông nghiệp và Môi trường',
  'Cơ quan thuế',
  'Bảo hiểm xã hội',
  'Thanh tra tỉnh',
  'Sở Y tế',
];

/** A matter as a form says it; what is left empty is left out. */
export function matterIn(body: FormBody): Record<string, string> {
  const days = { from: dayIn(body, 'from'), to: dayIn(body, 'to') };
  const given = { kind: formOptional(body, 'kind'), status: formOptional(body, 'status'), ...days };
  const all = { ...given, document: formOptional(body, 'document') };
  return Object.fromEntries(
    Object.entries(all).filter((each): each is [string, string] => each[1] !== undefined),
  );
}

/** How a matter has ended, as its form says it: the number of a document that was emptied is taken out. */
export function settlementIn(body: FormBody): Record<string, string | null> {
  const isEmptied = Object.hasOwn(body, 'document') && formText(body, 'document') === '';
  return { ...matterIn(body), ...(isEmptied && { document: null }) };
}

export function confirmationIn(body: FormBody): NewConfirmation {
  return {
    agency: formText(body, 'agency'),
    result: formText(body, 'result'),
    date: dayIn(body, 'date'),
    document: formOptional(body, 'document'),
    remark: formOptional(body, 'remark'),
  };
}

function dayIn(body: FormBody, name: string): string | undefined {
  const text = formOptional(body, name);
  return text === undefined ? undefined : typedDay(text);
}

/** The form for a matter that has become known. */
export function matterFields(screen?: ChecksScreen) {
  const field = fieldMaker('vu-viec', 'matter', screen);
  return {
    kind: {
      ...field('kind', 'matter.field.kind', true),
      ...options('kind', KINDS, 'matter.name', screen, 'matter'),
    },
    status: {
      ...field('status', 'matter.field.status', true),
      ...options('status', STATUSES, 'matter.status', screen, 'matter'),
    },
    from: field('from', 'matter.field.from'),
    to: field('to', 'matter.field.to'),
    document: field('document', 'matter.field.document'),
  };
}

/** The form that says how a matter has ended. */
export function settleFields(matter: MatterRow, screen?: ChecksScreen) {
  const own = screen?.form === 'settle' && screen.matter === matter.id ? screen : undefined;
  const typed = own ? own.typed : { status: matter.status, document: matter.document ?? '' };
  const shown: ChecksScreen = { form: 'settle', typed, refusal: own?.refusal ?? NONE };
  const field = fieldMaker(`xu-ly-${matter.id}`, 'settle', shown);
  return {
    status: {
      ...field('status', 'matter.field.status'),
      ...options('status', STATUSES, 'matter.status', shown, 'settle'),
    },
    document: field('document', 'matter.field.document'),
  };
}

const NONE: Refusal = { status: 200, code: '', detail: '', findings: [], byField: {} };

export function confirmationFields(screen?: ChecksScreen) {
  const field = fieldMaker('xac-nhan', 'confirmation', screen);
  return {
    agency: {
      ...field('agency', 'confirmation.field.agency', true),
      hint: message('confirmation.agencies', { agencies: AGENCIES.join(', ') }),
    },
    result: {
      ...field('result', 'confirmation.field.result', true),
      ...options('result', CONFIRMATION_RESULTS, 'confirmation', screen, 'confirmation'),
    },
    date: field('date', 'confirmation.field.date'),
    document: field('document', 'confirmation.field.document'),
    remark: field('remark', 'confirmation.field.remark'),
  };
}

function fieldMaker(prefix: string, form: ChecksScreen['form'], screen?: ChecksScreen) {
  const own = screen?.form === form ? screen : undefined;
  return (name: string, label: string, required = false) => ({
    id: `${prefix}-${name}`,
    name,
    label: message(label),
    value: own ? formText(own.typed, name) : '',
    required,
    errors: own ? errorsOf(own.refusal, name) : null,
  });
}

function options(
  name: string,
  values: readonly string[],
  words: string,
  screen: ChecksScreen | undefined,
  form: ChecksScreen['form'],
) {
  const chosen = screen?.form === form ? formText(screen.typed, name) : '';
  return {
    options: values.map((value) => ({
      value,
      label: message(`${words}.${value}`),
      selected: value === chosen,
    })),
  };
}

/** Refusals of a confirmation are codes and no findings: each is about one field. */
const FIELD_OF_CODE: Readonly<Record<string, string>> = {
  'agency-missing': 'agency',
  'agency-too-long': 'agency',
  'confirmation-result-unknown': 'result',
  'day-invalid': 'date',
};

function errorsOf({ code, detail, byField }: Refusal, name: string): string[] | null {
  return FIELD_OF_CODE[code] === name ? [detail] : (byField[name] ?? null);
}

const PREFIX = {
  matter: () => 'vu-viec',
  settle: (id = '') => `xu-ly-${id}`,
  confirmation: () => 'xac-nhan',
};

function labelOf(form: ChecksScreen['form'], field: string): string {
  const key = `${form === 'confirmation' ? 'confirmation' : 'matter'}.field.${field}`;
  return hasMessage(key) ? message(key) : '';
}

export function problemsView(screen?: ChecksScreen): { id: string | null; text: string }[] {
  if (!screen) return [];
  const { refusal, form, matter } = screen;
  const at = (field: string) => `${PREFIX[form](matter)}-${field}`;
  if (refusal.findings.length > 0)
    return refusal.findings.map(({ field, message: text }) => ({
      id: field === '' ? null : at(field),
      text: labelled(labelOf(form, field), text),
    }));
  const field = FIELD_OF_CODE[refusal.code];
  return [{ id: field === undefined ? null : at(field), text: refusal.detail }];
}
