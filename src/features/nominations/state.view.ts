import type { NominationState } from '../../domain/nomination-state';
import { message } from '../../platform/messages/message';

/** The shape and colour of a badge, as the style sheet knows them. */
export type BadgeKind = 'draft' | 'info' | 'wait' | 'ok' | 'award' | 'warn' | 'hold' | 'bad' | 'off';

const KINDS: Readonly<Record<NominationState, BadgeKind>> = {
  draft: 'draft',
  submitted: 'wait',
  returned: 'warn',
  accepted: 'info',
  appraised: 'ok',
  'before-council': 'info',
  decided: 'info',
  notified: 'ok',
  held: 'hold',
  withdrawn: 'off',
  discarded: 'off',
  revoked: 'bad',
};

export interface Badge {
  label: string;
  kind: BadgeKind;
}

/** A state as a badge; what may be shown to whom is asked before (`stateFor`). */
export function stateBadge(state: NominationState): Badge {
  return { label: message(`state.${state}`), kind: KINDS[state] };
}
