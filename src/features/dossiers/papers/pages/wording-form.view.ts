import { type FormBody, formText } from '../../../../platform/views/form';
import { type FieldLabels, errorSummary, formField } from '../../../../platform/views/form-field';
import type { Refusal } from '../../../../platform/views/refusal-view';
import type { DocumentTemplate } from '../document-templates';
import type { PaperWordingRow } from '../paper-wording.entity';
import type { WordingSetting } from '../wording.setting';

/** The form as it was typed. */
export interface TypedWording {
  headings: Record<string, string>;
  /** One ground a line. */
  grounds: string;
  version: string;
}

export function typedWording({ headings }: DocumentTemplate, body: FormBody): TypedWording {
  const keys = Object.keys(headings);
  return {
    headings: Object.fromEntries(keys.map((key) => [key, formText(body, fieldOf(key))])),
    grounds: formText(body, 'grounds').replace(/\r\n?/g, '\n'),
    version: formText(body, 'version'),
  };
}

/** The wording that holds; `usual` are the grounds that follow from law and plan, for whoever wants to change a line. */
export function storedWording(
  form: DocumentTemplate,
  row: PaperWordingRow | null,
  usual: readonly string[],
): TypedWording {
  return {
    headings: { ...form.headings, ...row?.headings },
    grounds: (row?.grounds ?? usual).join('\n'),
    version: String(row?.version ?? 0),
  };
}

/** What the form asks for: grounds that are empty or untouched go on following from law and plan. */
export function wordingOfForm(
  form: DocumentTemplate,
  typed: TypedWording,
  usual: readonly string[],
): WordingSetting {
  const isUsual = typed.grounds === '' || typed.grounds === usual.join('\n');
  return {
    headings: typed.headings,
    grounds: !form.grounds || isUsual ? null : typed.grounds.split('\n'),
  };
}

/** The field that a finding is about. */
export function fieldOfPath([root = '', key = '']: readonly (string | number)[]): string {
  return root === 'headings' ? fieldOf(String(key)) : String(root);
}

export function wordingForm(form: DocumentTemplate, typed: TypedWording, refusal: Refusal) {
  const headings = Object.entries(form.headings).map(([key, usual]) => ({
    ...formField(fieldOf(key), typed.headings[key] ?? '', refusal),
    label: usual,
  }));
  return {
    summary: errorSummary(refusal, namedByThemselves([...headings.map(({ id }) => id), 'grounds'])),
    headings,
    grounds: form.grounds ? formField('grounds', typed.grounds, refusal) : null,
    version: typed.version,
    isChanged: typed.version !== '0',
  };
}

/** Every sentence about a heading or a ground says which it is about. */
function namedByThemselves(ids: readonly string[]): FieldLabels {
  return Object.fromEntries(ids.map((id): [string, string] => [id, '']));
}

function fieldOf(key: string): string {
  return `heading-${key}`;
}
