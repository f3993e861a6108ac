import { type AnyNode, type Element, isTag } from 'domhandler';
import { parseDocument } from 'htmlparser2';

/** A form of a page: how a browser without scripts sends it, and how htmx would. */
export interface PageForm {
  method: string;
  action: string;
  /** `post /address` for each attribute of htmx on the form itself. */
  byScript: string[];
}

/** What a page leads to, and what in it only a script could send. */
export interface PageParts {
  /** Addresses of links, and of forms that ask for a page. */
  links: string[];
  forms: PageForm[];
  /** Attributes of htmx that stand outside any form that can be sent without it. */
  onlyByScript: string[];
}

/** Reads a page that was asked for at `address`. */
export function partsOf(html: string, address: string): PageParts {
  const parts: PageParts = { links: [], forms: [], onlyByScript: [] };
  walk(parseDocument(html).childNodes, { parts, address, form: null });
  return parts;
}

interface At {
  parts: PageParts;
  address: string;
  form: PageForm | null;
}

function walk(nodes: readonly AnyNode[], at: At): void {
  for (const node of nodes) if (isTag(node)) walk(node.childNodes, seen(node, at));
}

function seen(element: Element, at: At): At {
  const { parts, address } = at;
  const byScript = scripted(element);
  const { href, action, method = 'get' } = element.attribs;
  if (element.name === 'a' && href !== undefined) parts.links.push(href);
  if (element.name === 'form') {
    const form = { method: method.toLowerCase(), action: action || address, byScript };
    parts.forms.push(form);
    if (form.method === 'get') parts.links.push(form.action);
    return { ...at, form };
  }
  if (at.form === null) parts.onlyByScript.push(...byScript);
  return at;
}

function scripted({ attribs }: Element): string[] {
  return Object.entries(attribs)
    .filter(([name]) => /^hx-(get|post|put|patch|delete)$/.test(name))
    .map(([name, to]) => `${name.slice('hx-'.length)} ${to}`);
}
