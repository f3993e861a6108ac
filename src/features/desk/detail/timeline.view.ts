import { type Actor, SYSTEM } from '../../../domain/access';
import { message } from '../../../platform/messages/message';
import { momentText } from '../../../platform/text/vietnam-time';
import type { NominationStepRow } from '../../nominations/nomination-step.entity';
import { seesAll } from '../../nominations/seen-state';

interface EventView {
  what: string;
  who: string;
  when: string;
  why: string | null;
}

type Step = Pick<NominationStepRow, 'step' | 'reason' | 'late' | 'by' | 'at'>;

/** Never told to whoever does not know the ranking: that it was held, that it went on, and what was decided when. */
const HIDDEN: readonly Step['step'][] = ['hold', 'resume', 'decide'];
/** What is said to the unit; other reasons are the office's own. */
const TOLD: readonly Step['step'][] = ['submit', 'return', 'withdraw', 'discard', 'revoke'];

/** The steps of a nomination, the newest first, as far as the actor may know them. */
export function timelineView(actor: Actor, steps: readonly Step[]): EventView[] {
  const all = seesAll(actor);
  return steps
    .filter(({ step }) => all || !HIDDEN.includes(step))
    .map((step) => eventView(step, { withReason: all || TOLD.includes(step.step) }))
    .toReversed();
}

function eventView({ step, reason, late, by, at }: Step, { withReason }: { withReason: boolean }): EventView {
  const what = message(`step.${step}`);
  return {
    what: late ? message('case.late-step', { what }) : what,
    who: by === SYSTEM.name ? message('case.by-software') : by,
    when: momentText(at),
    why: withReason ? reason : null,
  };
}
