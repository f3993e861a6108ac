import type { LegalBasis, Organizer, Phase } from '../campaign';
import { Fields } from './fields';
import { type Node, shown } from './node';
import { UNREADABLE, code, day, oneOf, text } from './scalars';

export function readOrganizer(node: Node): Organizer {
  const fields = new Fields(node, ['name', 'parent', 'place', 'symbol', 'head']);
  return {
    name: text(fields.required('name')),
    parent: fields.blankable('parent', text),
    place: fields.blankable('place', text),
    symbol: fields.blankable('symbol', text),
    head: fields.blankable('head', readHead),
  };
}

function readHead(node: Node): NonNullable<Organizer['head']> {
  const fields = new Fields(node, ['title', 'name']);
  return { title: text(fields.required('title')), name: text(fields.required('name')) };
}

export function readLegalBasis(node: Node): LegalBasis {
  const fields = new Fields(node, ['number', 'date', 'issuer', 'title']);
  return {
    number: text(fields.required('number')),
    date: fields.blankable('date', day),
    issuer: fields.blankable('issuer', text),
    title: text(fields.required('title')),
  };
}

export function readPhase(node: Node): Phase {
  const fields = new Fields(node, ['code', 'title', 'from', 'to', 'review']);
  const phase: Phase = {
    code: code(fields.required('code')),
    title: text(fields.required('title')),
    from: day(fields.required('from')),
    to: day(fields.required('to')),
    review: oneOf('interim', 'final')(fields.required('review')),
  };
  refuseBackwards(node, phase);
  return phase;
}

/** `from` after `to`. An absent or unreadable end is no end. */
export function refuseBackwards(node: Node, { from = '', to = '' }: { from?: string; to?: string }): void {
  if (from !== UNREADABLE && to !== UNREADABLE && from > to)
    node.child('from', from).error('from-after-to', { from, to });
}

/** A name of the IANA time zone database. */
export function timezone(node: Node): string {
  const name = text(node);
  if (name !== UNREADABLE && !isTimezone(name)) node.error('unknown-timezone', { found: shown(name) });
  return name;
}

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
