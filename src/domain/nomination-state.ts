/** The way of a nomination through the office: its states, and the one table of steps between them. */

/**
 * `draft` the unit writes · `submitted` the office has it to check · `returned` the unit has it to mend · `accepted` the
 * office has it to appraise · `appraised` · `before-council` · `decided` (awarded or not) · `notified`. Beside the way:
 * `held` (a pending matter, NĐ 152/2025 Điều 4.4: it keeps its rank, takes no place, and resumes when cleared),
 * `withdrawn`, `discarded` (a draft that its unit threw away and nobody else has seen), and `revoked` (after the decision, Luật Thi đua, khen thưởng Điều 93.2).
 */
export const NOMINATION_STATES = [
  'draft',
  'submitted',
  'returned',
  'accepted',
  'appraised',
  'before-council',
  'decided',
  'notified',
  'held',
  'withdrawn',
  'discarded',
  'revoked',
] as const;

export type NominationState = (typeof NOMINATION_STATES)[number];

export const STEPS = [
  'submit',
  'return',
  'accept',
  'appraise',
  'reopen',
  'refer',
  'decide',
  'notify',
  'hold',
  'resume',
  'withdraw',
  'discard',
  'revoke',
] as const;

export type Step = (typeof STEPS)[number];

interface Transition {
  from: readonly NominationState[];
  /** `before` is the state in which the nomination was held. */
  to: NominationState | 'before';
  /** Whether whoever takes the step must say why. */
  reason: 'required' | 'optional';
}

const AT_WORK = ['submitted', 'accepted', 'appraised', 'before-council'] as const;

export const TRANSITIONS: Readonly<Record<Step, Transition>> = {
  submit: { from: ['draft', 'returned'], to: 'submitted', reason: 'optional' },
  return: { from: ['submitted', 'accepted', 'appraised'], to: 'returned', reason: 'required' },
  accept: { from: ['submitted'], to: 'accepted', reason: 'optional' },
  appraise: { from: ['accepted'], to: 'appraised', reason: 'optional' },
  /** Back to the appraiser's desk: what was appraised is looked at again. */
  reopen: { from: ['appraised', 'before-council'], to: 'accepted', reason: 'required' },
  refer: { from: ['appraised'], to: 'before-council', reason: 'optional' },
  /** Also again, after the results are known: a refused award has freed its place for the next in line. */
  decide: { from: [...AT_WORK, 'held', 'notified'], to: 'decided', reason: 'optional' },
  notify: { from: ['decided'], to: 'notified', reason: 'optional' },
  hold: { from: AT_WORK, to: 'held', reason: 'required' },
  resume: { from: ['held'], to: 'before', reason: 'optional' },
  withdraw: { from: [...AT_WORK, 'returned', 'held'], to: 'withdrawn', reason: 'required' },
  discard: { from: ['draft'], to: 'discarded', reason: 'optional' },
  revoke: { from: ['decided', 'notified'], to: 'revoked', reason: 'required' },
};

/** Where a nomination can enter: a unit begins a draft; a document that the office takes in stands where its content says. */
const ENTRIES: readonly NominationState[] = ['draft', 'submitted', 'accepted', 'appraised', 'before-council'];

/** Nothing is waited for there. */
const FINAL: readonly NominationState[] = ['notified', 'withdrawn', 'discarded', 'revoked'];

/** Who has to do something next; nobody once the way has ended. */
type Holder = 'unit' | 'office' | 'council' | 'leadership' | 'nobody';

const HOLDERS: Readonly<Record<NominationState, Holder>> = {
  draft: 'unit',
  submitted: 'office',
  returned: 'unit',
  accepted: 'office',
  appraised: 'office',
  'before-council': 'council',
  decided: 'office',
  notified: 'nobody',
  held: 'office',
  withdrawn: 'nobody',
  discarded: 'nobody',
  revoked: 'nobody',
};

export function holderOf(state: NominationState): Holder {
  return HOLDERS[state];
}

/** Whether the step leads on from the state. */
export function canStep(state: NominationState, step: Step): boolean {
  return TRANSITIONS[step].from.includes(state);
}

/** The state after the step; undefined where the step does not lead on. `before` is where a held nomination stood. */
export function stateAfter(
  state: NominationState,
  step: Step,
  before: NominationState | null = null,
): NominationState | undefined {
  if (!canStep(state, step)) return undefined;
  const { to } = TRANSITIONS[step];
  return to === 'before' ? (before ?? 'submitted') : to;
}

/** Whether the nomination is part of the round that is scored and ranked: not what a unit is still writing or mending. */
export function isInRound(state: NominationState): boolean {
  return state !== 'draft' && state !== 'returned' && state !== 'discarded';
}

/**
 * The state as those see it who may not know more: what is held or decided goes on looking as it did before, until the
 * results are published.
 */
export function shownState({ state, stateBefore }: Standing): NominationState {
  return (state === 'held' || state === 'decided') && stateBefore !== null ? stateBefore : state;
}

/** A state, and of a held or decided nomination the one before it. */
export interface Standing {
  state: NominationState;
  stateBefore: NominationState | null;
}

/** How the rules of scoring see it (spec §2): what was taken back, by the unit or by revocation, has no rank. */
export function roundState(state: NominationState): 'submitted' | 'withdrawn' {
  return state === 'withdrawn' || state === 'revoked' ? 'withdrawn' : 'submitted';
}

/** What is wrong with a table of steps: states that nobody reaches or leaves. Empty for a sound one; asked at start. */
export function faultsOfTransitions(
  table: Readonly<Record<string, Transition>> = TRANSITIONS,
  entries: readonly NominationState[] = ENTRIES,
): string[] {
  const steps = Object.values(table);
  const reached = new Set<NominationState>(entries);
  for (let grown = -1; grown !== reached.size;) {
    grown = reached.size;
    for (const { from, to } of steps)
      if (to !== 'before' && from.some((state) => reached.has(state))) reached.add(to);
  }
  const left = new Set(steps.flatMap(({ from }) => from));
  return [
    ...NOMINATION_STATES.filter((state) => !reached.has(state)).map((state) => `unreachable: ${state}`),
    ...NOMINATION_STATES.filter((state) => !left.has(state) && !FINAL.includes(state)).map(
      (state) => `no way out: ${state}`,
    ),
  ];
}
