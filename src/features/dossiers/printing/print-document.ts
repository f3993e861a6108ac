import Handlebars from 'handlebars';
import type { PaperName } from '../papers/paper-subject';
import type { SealPlace } from '../../../platform/pdf/signature-fields';
import { withSignatureRooms } from '../signing/signature-rooms';
import { fontFaces } from './fonts';
import { withBreakableWords } from './long-words';
import { type TemplateName, templates } from './templates';

/** One PDF to be made: its place under the folder of the round, and the plain values that it shows. */
export interface PrintDocument {
  /** Relative, `/` between parts. */
  file: string;
  /** Shown by PDF readers. */
  title: string;
  template: TemplateName;
  view: object;
  /** Which paper it is, where it is one paper alone: that which comes back signed stands in its place. */
  paper?: PaperName;
  /** A copy with fields for digital signatures, and where the organisation's is; absent: a copy to be read or signed on paper. */
  seal?: SealPlace;
}

/** Nothing but the styles and fonts that the page itself carries: one barrier more behind those of the renderer. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

/** The whole page, fonts included. */
export function toHtml({ title, template, view, seal }: PrintDocument): string {
  const { css, render } = templates();
  const printed = withBreakableWords(render(template, view));
  const body = seal === undefined ? printed : withSignatureRooms(printed);
  const heading = Handlebars.escapeExpression(title);
  return (
    `<!doctype html><html lang="vi"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${heading}</title>` +
    `<style>${fontFaces(body)}${css}</style></head><body>${body}</body></html>`
  );
}
