import type { PrintDocument } from '../../printing/print-document';
import { templates } from '../../printing/templates';
import type { DocumentKind } from '../paper';

/**
 * A document as a part of a page: the very HTML that is printed, without the inline styles that the page's policy refuses,
 * and with headings that are none of the page's. The text of users in it is escaped by the print templates.
 */
export function paperHtml({ template, view }: PrintDocument, kind: DocumentKind): string {
  const sections = templates()
    .render(template, view)
    .split(/(?=<section class="document)/);
  const wanted =
    kind === 'score-sheet' ? sections.at(-1) : sections.find((each) => each.startsWith('<section'));
  return (wanted ?? '').replace(/ style="[^"]*"/g, '').replace(/(<\/?)(h[123])\b/g, '$1paper-$2');
}

/** The letters of the print, from this host. */
const FACES = ['400-normal', '400-italic', '700-normal', '700-italic']
  .map((cut) => [cut, ...cut.split('-')] as const)
  .map(
    ([cut, weight, style]) =>
      `@font-face{font-family:Tinos;font-weight:${weight};font-style:${style};src:url(/assets/fonts/tinos-${cut}.woff)}`,
  )
  .join('');

/** Names of classes that the pages have too mean nothing on paper. */
const PLAIN =
  '.paper-sheet *{max-width:none;font-size:inherit;font-variant:inherit;color:inherit;background:none}';

let css: string | undefined;

/** The print style sheet for `paperHtml`: nested in one class, so that it touches nothing else of a page. */
export function paperCss(): string {
  css ??= `${FACES}${PLAIN}paper-h1,paper-h2,paper-h3{display:block}.paper-sheet{${nested(templates().css)}}`;
  return css;
}

function nested(source: string): string {
  return withoutAtRules(source)
    .replace(/^body \{/m, '& {')
    .replace(/\bTinos\b/g, "Tinos, 'Times New Roman', serif")
    .replace(/(^|[ ,+>])(h[123])(?=[ ,{:.])/gm, '$1paper-$2');
}

/** `@page` and `@counter-style` are for paper; neither can be nested. */
function withoutAtRules(source: string): string {
  return source.replace(/@(?:page|counter-style)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
}
