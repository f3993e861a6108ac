import { readFileSync, readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import Handlebars, { type TemplateDelegate } from 'handlebars';
import { projectRoot } from '../../../platform/project';
import { evenLines } from './line-breaks';

/** The print templates, read once. */
interface Templates {
  css: string;
  /** Every file that shapes a document, so that a cached print knows its template. */
  sources: string[];
  render: (name: TemplateName, view: object) => string;
}

export type TemplateName =
  | 'nomination'
  | 'submission'
  | 'nominee-list'
  | 'award-decision'
  | 'certificate'
  | 'notice'
  | 'minutes'
  | 'invitation'
  | 'review-report'
  | 'bundle-front';

/**
 * `flow` tells a paragraph that may be split between pages from a short one that stays whole; `even` breaks a heading
 * into even lines, `ruled` sets a rule under the last of them too; `company` tells last words that fill more than
 * one line, of so many letters, and so may stand with the signature alone.
 */
const OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { flow: true, even: true, ruled: true, company: true },
} as const;
/** More than three lines, on either orientation. */
const LONG = 400;
const NO_PROTOTYPES = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

let loaded: Templates | undefined;

/** Templates come from files of the program only; the text of users is data to them, escaped wherever it is printed. */
export function templates(): Templates {
  loaded ??= load(join(projectRoot, 'templates'));
  return loaded;
}

function load(root: string): Templates {
  const engine = Handlebars.create();
  engine.registerHelper('flow', (text: unknown) => flowOf(String(text)));
  engine.registerHelper('company', (text: unknown, line: unknown) => companyOf(String(text), Number(line)));
  engine.registerHelper('even', (text: unknown, limit: unknown) => even(String(text), Number(limit)));
  engine.registerHelper('ruled', (text: unknown, limit: unknown) => ruled(String(text), Number(limit)));
  const partials = filesIn(join(root, 'dossiers', 'partials'));
  for (const { name, text } of partials) engine.registerPartial(name, engine.compile(text, OPTIONS));
  const documents = filesIn(join(root, 'dossiers'));
  const compiled = new Map<string, TemplateDelegate>(
    documents.map(({ name, text }) => [name, engine.compile(text, OPTIONS)]),
  );
  const css = readFileSync(join(root, 'dossiers', 'print.css'), 'utf8');
  return {
    css,
    sources: [css, ...[...partials, ...documents].map(({ text }) => text)],
    render: (name, view) => compiled.get(name)?.(view, NO_PROTOTYPES) ?? '',
  };
}

function flowOf(text: string): string {
  return text.length > LONG ? 'long' : 'whole';
}

function companyOf(text: string, line: number): string {
  return text.length > line ? 'accompanied' : '';
}

function even(text: string, limit: number) {
  return new Handlebars.SafeString(evenLines(text, limit).map(escaped).join('<br>'));
}

function ruled(text: string, limit: number) {
  const lines = evenLines(text, limit);
  const [last = ''] = lines.splice(-1);
  const place = lines.length > 0 ? 'last' : 'only';
  const under = `<span class="ruled ${place} ${flowOf(last)}">${escaped(last)}</span>`;
  return new Handlebars.SafeString([...lines.map(escaped), under].join('<br>'));
}

function escaped(text: string): string {
  return Handlebars.escapeExpression(text);
}

function filesIn(folder: string): { name: string; text: string }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.hbs'))
    .toSorted()
    .map((file) => ({ name: parse(file).name, text: readFileSync(join(folder, file), 'utf8') }));
}
