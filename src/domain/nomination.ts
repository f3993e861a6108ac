import type { Day, Hundredths, Subject } from './campaign';

/** What the units sent in for one phase, as read from nominations.yaml (schema `thidua/nominations@1`) and checked. */
export interface Round {
  campaign: string;
  phase: string;
  /** The day of the decision: rules, matters and base salary are judged on it. */
  date: Day;
  /** Number of participants by criteria set or by subject. */
  participants: Record<string, number>;
  council?: CouncilAttendance;
  nominations: Nomination[];
  tieResolutions: TieResolution[];
}

export interface CouncilAttendance {
  members: number;
  present: number;
  /** Absent members who gave a written opinion. */
  written: number;
}

export interface Nomination {
  code: string;
  subject: Subject;
  audience?: string;
  name: string;
  unit: string;
  /** The award that the unit asks for. */
  proposed?: string;
  members?: number;
  women?: number;
  orgClass?: string;
  gender?: 'male' | 'female';
  position?: string;
  positionClass?: 'leader' | 'direct';
  state: 'submitted' | 'withdrawn';
  /** Of a withdrawn one: its award was revoked (Luật 06/2022/QH15 Điều 93.2). Changes the words, not the result. */
  revoked?: boolean;
  scores: { self?: Entries; appraisal?: Entries; council?: CouncilSheet[] };
  evidence: Evidence[];
  matters: Matter[];
  /** Awards received before. */
  awards: EarlierAward[];
  ballots: Record<string, Ballot>;
  report: Report;
}

/** Entries by criterion code; a criterion without a key is not entered. */
export type Entries = Record<string, Entry>;

/**
 * What was entered on one criterion: hundredths for `points`, `bands` and `relative` (and for every entry of a council
 * sheet), a whole number for `count`, true or false for `yesno`, an option code for `choice`; `'na'` is not applicable.
 */
export type Entry = number | boolean | string | Ratio;

/** Both in hundredths, 0 ≤ done ≤ of; of = 0 is not applicable. */
export interface Ratio {
  done: Hundredths;
  of: Hundredths;
}

export interface CouncilSheet {
  member: string;
  recused: boolean;
  points: Entries;
}

export interface Evidence {
  criterion: string;
  title: string;
  document?: string;
  file?: string;
}

export interface Matter {
  kind: 'discipline' | 'investigation' | 'complaint' | 'press';
  status: 'pending' | 'cleared' | 'upheld';
  /** Absent is open-ended. */
  from?: Day;
  to?: Day;
  document?: string;
}

export interface EarlierAward {
  award: string;
  campaign: string;
  phase: string;
  decision?: string;
}

export interface Ballot {
  yes: number;
  no: number;
  abstain: number;
}

/** The text of the dossier; the documents read what they know of it and print nothing else. */
export interface Report {
  [section: string]: ReportValue;
}
export type ReportValue = string | boolean | null | ReportValue[] | { [key: string]: ReportValue };

export interface TieResolution {
  criteriaSet: string;
  award: string;
  /** Ranks these codes of a tie group before its others, for this award and every lower one. */
  order?: string[];
  /** Leaves the places empty instead. */
  leaveVacant: boolean;
  reason: string;
  by: string;
  date: Day;
}
