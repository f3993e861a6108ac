import type { Day, Subject } from '../../../domain/campaign';
import { templateOn } from './document-templates';

/** The documents of a dossier. */
export const DOCUMENT_KINDS = [
  'achievement-report',
  'score-sheet',
  'submission',
  'nominee-list',
  'invitation',
  'minutes',
  'award-decision',
  'certificate',
  'notice',
  'review-report',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What a paper gets when it is numbered, dated and signed; null until then: its place is left blank. */
export interface Issue {
  /** The bare number: `5` is printed as `05/TTr-SKHCN`. */
  number: string | null;
  day: Day | null;
  signer: Signer | null;
}

export interface Signer {
  /** `KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC`: one line each, after a comma; '' is the authority that the document expects. */
  authority: string;
  name: string;
}

/** The words of a document that an office may change. */
export interface Wording {
  /** By the keys of the template (`seeds/reference/document-templates.yaml`). */
  headings: Readonly<Record<string, string>>;
  /**
   * The lines of căn cứ without their last marks, `MINUTES_LINE` among them where that of the minutes goes; null: those
   * that follow from the law and the plan.
   */
  grounds: readonly string[] | null;
}

/** Stands for the line of căn cứ that names the minutes, which knows its own day. */
export const MINUTES_LINE = '[biên bản]';

/** What is known of the papers of one round beside its data. */
export interface Papers {
  /** The day of the newest minutes that have one: what law asks to be cited cites it. */
  minutesDay: Day | null;
  /** How a unit of this name is known to the register of papers: by its id, which a new name leaves as it is. */
  unitOf: (name: string) => string;
  /** `subject` names the paper among those of its kind: a code of a nomination or an award, the number of a session, `unitOf`. */
  issueOf: (kind: DocumentKind, subject: string) => Issue;
  /** `subject`: the kind of nominee, for a document that has a form for each. */
  wordingOf: (kind: DocumentKind, subject?: Subject) => Wording;
}

export const BLANK_ISSUE: Issue = { number: null, day: null, signer: null };

/** Papers of a round decided on `day` for which nothing is filled in and no wording is changed. */
export function blankPapers(day: Day): Papers {
  return {
    minutesDay: null,
    unitOf: (name) => name,
    issueOf: () => BLANK_ISSUE,
    wordingOf: (kind, subject) => ({ headings: templateOn(kind, day, subject).headings, grounds: null }),
  };
}
