import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Day, Subject } from '../../../domain/campaign';
import { DomainError } from '../../../domain/domain-error';
import { projectRoot } from '../../../platform/project';
import type { DocumentKind } from './paper';

/** A form of a document, in use from `from` up to and including `to`. */
export interface DocumentTemplate {
  kind: DocumentKind;
  /** A form for one kind of nominee; absent: for all. */
  subject?: Subject;
  /** One for each form; what an office words otherwise hangs on it. */
  code: string;
  name: string;
  /** The instrument that asks for the document or gives its form. */
  basis: string;
  from: Day;
  /** Absent: no end is known. */
  to?: Day;
  /** Whether it states căn cứ. */
  grounds?: true;
  /** The line of căn cứ that names what gives `{organizer}`, set up by `{superior}`, the power to decide; its number and day are blanks. */
  power?: string;
  /** What an office may word otherwise, by key. */
  headings: Record<string, string>;
}

let read: DocumentTemplate[] | undefined;

/** Every form that is known, the older ones of a kind first. */
export function documentTemplates(): readonly DocumentTemplate[] {
  read ??= parse(
    readFileSync(join(projectRoot, 'seeds', 'reference', 'document-templates.yaml'), 'utf8'),
  ) as DocumentTemplate[];
  return read;
}

/**
 * The form of a document on a day, for a kind of nominee where there is one for each; outside all that is known, the one
 * nearest in time: a form is no law.
 */
export function templateOn(kind: DocumentKind, day: Day, subject?: Subject): DocumentTemplate {
  const known = documentTemplates().filter(
    (each) => each.kind === kind && (subject === undefined || (each.subject ?? subject) === subject),
  );
  const inForce = known.findLast((each) => isInForce(each, day));
  const nearest = inForce ?? known.findLast(({ from }) => from <= day) ?? known[0];
  if (!nearest) throw new Error(`no form of ${kind} in seeds/reference/document-templates.yaml`);
  return nearest;
}

/** The form of a code. Throws `document-template-not-found`. */
export function requireTemplate(template: string): DocumentTemplate {
  const found = documentTemplates().find(({ code }) => code === template);
  if (!found) throw new DomainError('document-template-not-found', { template });
  return found;
}

export function isInForce({ from, to }: DocumentTemplate, day: Day): boolean {
  return from <= day && (to === undefined || day <= to);
}
