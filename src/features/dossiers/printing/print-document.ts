import Handlebars from 'handlebars';
import { fontFaces } from './fonts';
import { type TemplateName, templates } from './templates';

/** One PDF to be made: its place under the folder of the round, and the plain values that it shows. */
export interface PrintDocument {
  /** Relative, `/` between parts. */
  file: string;
  /** Shown by PDF readers. */
  title: string;
  template: TemplateName;
  view: object;
}

/** Nothing but the styles and fonts that the page itself carries: one barrier more behind those of the renderer. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

/** The whole page, fonts included. */
export function toHtml({ title, template, view }: PrintDocument): string {
  const { css, render } = templates();
  const body = render(template, view);
  const heading = Handlebars.escapeExpression(title);
  return (
    `<!doctype html><html lang="vi"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${heading}</title>` +
    `<style>${fontFaces(body)}${css}</style></head><body>${body}</body></html>`
  );
}
