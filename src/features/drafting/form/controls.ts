import { capitalised } from '../../../platform/text/printable';
import { type Typed, textOf } from './typed';

/** What the controls of one form are made from. */
export interface Sheet {
  typed: Typed;
  /** Sentences by field name. */
  errors: Partial<Record<string, string[]>>;
  /** What somebody else has stored meanwhile, where it is not what stands on the screen. */
  theirs?: { by: string; stored: Typed };
}

export interface Theirs {
  by: string;
  text: string;
}

interface Field {
  id: string;
  name: string;
  label: string;
  value: string;
  errors?: string[];
  hint?: string;
  required?: boolean;
  width?: string;
  suffix?: string;
  whole?: boolean;
  tall?: boolean;
  checked?: boolean;
  look?: string;
  blank?: string;
  options?: { value: string; label: string; hint?: string; checked?: boolean; selected?: boolean }[];
}

type Kind = 'input' | 'number' | 'area' | 'select' | 'choices' | 'box';
/** One control for the template: its model under the name of its kind, and what stands beside it after a conflict. */
export type Control = { [K in Kind]?: Field } & { theirs?: Theirs };

type More = Partial<Omit<Field, 'id' | 'name' | 'value' | 'errors'>> & { label: string };

export function control(sheet: Sheet, kind: Kind, name: string, more: More): Control {
  const value = textOf(sheet.typed, name);
  const errors = sheet.errors[name]?.map((text) => capitalised(withCommas(text)));
  const field: Field = { id: idOf(name), name, value, ...(errors && { errors }), ...more };
  return { [kind]: picked(kind, field), ...theirsOf(sheet, name, more) };
}

/** A field name as the id of an element. */
export function idOf(name: string): string {
  return name.replaceAll('.', '-');
}

/** A sentence about a file, with its numbers as people write them on a page. */
export function withCommas(sentence: string): string {
  return sentence.replace(/(?<![\d./-])(\d+)\.(\d{1,3})(?![\d./-])/g, '$1,$2');
}

function picked(kind: Kind, field: Field): Field {
  if (kind === 'box') return { ...field, value: '1', checked: field.value !== '' };
  const { value, options } = field;
  if (!options) return field;
  return {
    ...field,
    options: options.map((each) => ({
      ...each,
      checked: each.value === value,
      selected: each.value === value,
    })),
  };
}

function theirsOf({ typed, theirs }: Sheet, name: string, { options }: More): { theirs?: Theirs } {
  if (!theirs || textOf(typed, name) === textOf(theirs.stored, name)) return {};
  const stored = textOf(theirs.stored, name);
  const text = options?.find(({ value }) => value === stored)?.label ?? stored;
  return { theirs: { by: theirs.by, text } };
}
