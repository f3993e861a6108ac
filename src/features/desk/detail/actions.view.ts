import { type Actor, mayOn } from '../../../domain/access';
import { TRANSITIONS, canStep } from '../../../domain/nomination-state';
import { message } from '../../../platform/messages/message';
import { stateFor } from '../../nominations/seen-state';
import { STEP_RIGHTS, WAY_STEPS, type WayStep } from '../../nominations/way.service';
import type { Case } from './case.queries';

interface ActionView {
  step: WayStep;
  href: string;
  label: string;
  /** A grave step has a page that states its effect; the others are taken at once. */
  asks: boolean;
  primary: boolean;
  danger: boolean;
}

/** The steps that cannot simply be taken back, or that ask for a reason. */
const GRAVE: readonly WayStep[] = ['submit', 'return', 'reopen', 'withdraw', 'discard'];

function isGrave(step: WayStep): boolean {
  return GRAVE.includes(step) || TRANSITIONS[step].reason === 'required';
}

/** The steps after which nothing more comes. */
export const DANGEROUS: readonly WayStep[] = ['withdraw', 'discard'];

/** The next step on the straight way; the first of these that is open is the button that one sees first. */
const ONWARD: readonly WayStep[] = ['submit', 'accept', 'appraise', 'refer'];

/** The steps that are open to the actor, as the nomination looks to them: what they may not know does not show here either. */
export function actionsView(actor: Actor, { rows, decidedOn }: Case): ActionView[] {
  const row = rows.nomination;
  const state = stateFor(actor, row);
  if (decidedOn && state === row.state) return [];
  const open = WAY_STEPS.filter((step) => canStep(state, step) && mayOn(actor, STEP_RIGHTS[step], row));
  return open.map((step) => actionView(row.id, step));
}

/** An appraisal is ended where it is made: the button leads there. */
function actionView(id: string, step: WayStep): ActionView {
  const appraises = step === 'appraise';
  return {
    step,
    href: appraises ? `/de-nghi/${id}/tham-dinh` : `/de-nghi/${id}/buoc/${step}`,
    label: message(appraises ? 'case.appraise' : `act.${step}`),
    asks: appraises || isGrave(step),
    primary: ONWARD.includes(step),
    danger: DANGEROUS.includes(step),
  };
}
