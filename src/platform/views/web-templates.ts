import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import Handlebars, { type TemplateDelegate } from 'handlebars';
import { projectRoot } from '../project';

/** `preventIndent`: a partial on an indented line would indent the text inside a textarea. */
const OPTIONS = { strict: true, knownHelpersOnly: true, preventIndent: true } as const;
const NO_PROTOTYPES = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

/** Print templates have helpers of their own and are loaded by the dossiers. */
const OF_DOSSIERS = `dossiers${sep}`;
const PARTIALS = 'partials/';

let loaded: Map<string, TemplateDelegate> | undefined;

/**
 * The HTML of `templates/<name>.hbs`. Templates come from files of the program only; what users wrote is data to them and is
 * escaped wherever it is printed. A name that the model lacks is an error, not an empty place.
 */
export function renderTemplate(name: string, model: object): string {
  loaded ??= load(join(projectRoot, 'templates'));
  const template = loaded.get(name);
  if (!template) throw new Error(`no template ${name}`);
  return template(model, NO_PROTOTYPES);
}

/** `templates/partials/web/field.hbs` is the partial `web/field`; all others are pages and layouts. */
function load(root: string): Map<string, TemplateDelegate> {
  const engine = Handlebars.create();
  const compiled = new Map<string, TemplateDelegate>();
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.hbs') || file.startsWith(OF_DOSSIERS)) continue;
    const name = file.slice(0, -'.hbs'.length).replaceAll(sep, '/');
    const template = engine.compile(readFileSync(join(root, file), 'utf8'), OPTIONS);
    if (name.startsWith(PARTIALS)) engine.registerPartial(name.slice(PARTIALS.length), template);
    else compiled.set(name, template);
  }
  return compiled;
}
