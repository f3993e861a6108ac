import { type Actor, may } from '../../../domain/access';
import type { NominationState } from '../../../domain/nomination-state';
import type { PassedOver } from '../../../domain/passed-over';
import { message } from '../../../platform/messages/message';
import { momentText } from '../../../platform/text/vietnam-time';
import { errorSummary } from '../../../platform/views/form-field';
import type { Refusal } from '../../../platform/views/refusal-view';
import { type LeaderPhase, leaderFrame } from './leader-phase';
import { passedOverLines } from './passed-over';

interface Counts {
  states: ReadonlyMap<NominationState, number>;
  /** Decisions that wait for a second person. */
  open: number;
  confirmed: number;
  passedOver: readonly PassedOver[];
}

const UNFINISHED: NominationState[] = ['submitted', 'accepted'];
const READY: NominationState[] = ['appraised', 'before-council'];

/** What ending the phase and making its results known would do, each with its button for whoever may. */
export function endPage(actor: Actor, phase: LeaderPhase, counts: Counts, refusal: Refusal) {
  const { concludedAt, publishedAt } = phase.phase;
  const of = (...states: NominationState[]) => countOf(counts.states, states);
  return {
    ...leaderFrame(phase, 'end'),
    problems: errorSummary(refusal),
    stats: [
      { label: message('end-page.confirmed'), value: String(counts.confirmed) },
      { label: message('end-page.open'), value: String(counts.open), href: `${phase.base}/quyet-dinh` },
      { label: message('end-page.left'), value: String(of(...UNFINISHED, ...READY)) },
      { label: message('end-page.held'), value: String(of('held')) },
    ],
    unfinished: warning('end-page.unfinished', of(...UNFINISHED)),
    passedOver: passedOverLines(phase, counts.passedOver),
    held: warning('end-page.held.text', of('held')),
    concluded: concludedAt === null ? '' : message('end-page.concluded', { at: momentText(concludedAt) }),
    published: publishedAt === null ? '' : message('end-page.published', { at: momentText(publishedAt) }),
    conclude: concludeStep(actor, phase, counts),
    publish: publishStep(actor, phase, counts),
  };
}

function countOf(states: Counts['states'], wanted: readonly NominationState[]): number {
  return wanted.reduce((sum, state) => sum + (states.get(state) ?? 0), 0);
}

function concludeStep(actor: Actor, { base, phase: { concludedAt } }: LeaderPhase, { states, open }: Counts) {
  const left = countOf(states, [...UNFINISHED, ...READY]);
  const toConclude = concludedAt === null || left > 0;
  const mayConclude = may(actor, 'phase.conclude');
  return {
    href: `${base}/ket-thuc`,
    text: message('end-page.conclude', { left }),
    isOpen: mayConclude && open === 0 && toConclude,
    blocked: open > 0 ? message('error.decisions-unconfirmed', { count: open }) : '',
    whose: toConclude && !mayConclude ? message('end-page.conclude.leadership') : '',
  };
}

function publishStep(actor: Actor, { base, phase: { concludedAt } }: LeaderPhase, { states, open }: Counts) {
  const decided = countOf(states, ['decided']);
  return {
    href: `${base}/cong-bo`,
    text: message('end-page.publish', { decided }),
    isOpen: may(actor, 'result.publish') && open === 0 && concludedAt !== null && decided > 0,
    whose: publishAdvice(actor, concludedAt, decided),
  };
}

function publishAdvice(actor: Actor, concludedAt: string | null, decided: number): string {
  if (concludedAt === null) return message('end-page.publish.later');
  if (decided === 0) return message('end-page.publish.none');
  return may(actor, 'result.publish') ? '' : message('end-page.publish.office');
}

function warning(key: string, count: number): string {
  return count > 0 ? message(key, { count }) : '';
}
