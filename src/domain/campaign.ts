/** The plan of an emulation campaign, as read from campaign.yaml (schema `thidua/campaign@1`) and checked. */

/** Points as an integer count of 1/100 point: `87.50` is `8750`. Always a safe integer. */
export type Hundredths = number;
/** A calendar day, `YYYY-MM-DD`: days compare as strings. */
export type Day = string;

export type Subject = 'collective' | 'individual' | 'household';
export type Layer = 'self' | 'appraisal' | 'council';
export type Role = 'base' | 'bonus' | 'penalty' | 'gate';

export interface Campaign {
  code: string;
  title: string;
  organizer: Organizer;
  legalBasis: LegalBasis[];
  timezone: string;
  phases: Phase[];
  /** Every value that the source plan does not state, in words. Printed with each result. */
  assumptions: string[];
  scoring: { official: Layer; council: { aggregate: Aggregate; minScorers: number } };
  criteriaSets: CriteriaSet[];
  tieBreaks: TieBreak[];
  policy: { minimum: 'reserve' | 'report' };
  awards: Award[];
}

export interface Organizer {
  name: string;
  parent?: string;
  place?: string;
  /** Builds document codes: `12/TTr-SKHCN`. */
  symbol?: string;
  head?: { title: string; name: string };
}

export interface LegalBasis {
  number: string;
  date?: Day;
  issuer?: string;
  title: string;
}

export interface Phase {
  code: string;
  title: string;
  from: Day;
  to: Day;
  review: 'interim' | 'final';
}

export type Aggregate = 'mean' | 'median' | 'trimmed-mean';

export type TieBreak = 'votes' | 'women' | 'direct' | 'smaller' | `criterion:${string}` | `entry:${string}`;

/** A criteria set; the pool of the same name holds all nominations with its subject and audience. */
export interface CriteriaSet {
  code: string;
  subject: Subject;
  audience?: string;
  title: string;
  rounding: { step: Hundredths; at: 'item' | 'total' };
  clamp: { min?: Hundredths; max?: Hundredths };
  caps: { bonus?: Hundredths; penalty?: Hundredths };
  criteria: Criterion[];
  /** Highest first; empty when the set knows no bands. */
  bands: Band[];
}

export interface Criterion {
  code: string;
  text: string;
  /** The clause of the plan that states it. */
  source?: string;
  role: Role;
  /** 0 for a gate, which carries no points. */
  max: Hundredths;
  rule: Rule;
  evidence: 'required' | 'optional';
  notApplicable: 'forbidden' | 'full' | 'exclude';
  /** Only on a gate: what happens when it is false. */
  effect?: GateEffect;
}

export type Rule =
  | { kind: 'points'; step: Hundredths }
  | { kind: 'yesno' }
  | { kind: 'choice'; options: { code: string; points: Hundredths; text: string }[] }
  | { kind: 'ratio' }
  | { kind: 'count'; unit: Hundredths }
  /** Half-open `[from, to)`; a number in no band gives 0. */
  | { kind: 'bands'; bands: { from: Hundredths; to?: Hundredths; points: Hundredths }[] }
  | { kind: 'relative' };

export type GateEffect = { ineligible: true } | { zero: string[] } | { capBand: string };

export interface Band {
  code: string;
  name: string;
  from: Hundredths;
  /** Closed to a nominee with a base criterion at 0. */
  noZero: boolean;
}

export interface Award {
  code: string;
  name: string;
  /** 1 is the highest; no two awards share a tier. */
  tier: number;
  authority: 'own' | 'propose';
  decider: string;
  requires: { floor?: Hundredths; band?: string; vote?: VoteRule };
  quota: QuotaLine[];
  /** In multiples of the base salary, by subject. */
  bonus?: { collective?: Hundredths; individual?: Hundredths; household?: Hundredths; source?: string };
}

export interface VoteRule {
  quorum?: Threshold;
  pass: Threshold;
  base: 'members' | 'present' | 'valid';
}

/** `{ atLeast: 2/3 }` or `{ moreThan: 1/2 }`: compared by integer cross-multiplication. */
export interface Threshold {
  kind: 'atLeast' | 'moreThan';
  numerator: number;
  denominator: number;
}

export interface QuotaLine {
  subject: Subject;
  audience?: string;
  /** Absent is 0. */
  min: number;
  max?: number;
  /** Hundredths of a percent: `20` percent is `2000`. */
  maxPercent?: Hundredths;
  /** Caps the recipients of one unit. */
  perUnitMax?: number;
  source?: string;
}
