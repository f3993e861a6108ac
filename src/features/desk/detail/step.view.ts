import type { Actor } from '../../../domain/access';
import { TRANSITIONS } from '../../../domain/nomination-state';
import { message } from '../../../platform/messages/message';
import { type Refusal, reasonErrors } from '../../../platform/views/refusal-view';
import type { WayStep } from '../../nominations/way.service';
import { DANGEROUS, actionsView } from './actions.view';
import type { Case } from './case.queries';
import { headView } from './detail.view';

/** A step that is asked about before it is taken: what it does, and why it is taken. */
export function stepView(
  actor: Actor,
  file: Case,
  step: WayStep,
  { reason, refusal }: { reason: string; refusal: Refusal },
) {
  const { nomination } = file.rows;
  const required = TRANSITIONS[step].reason === 'required';
  const page = `/de-nghi/${nomination.id}`;
  const { crumbs, heading, lead, badge } = headView(actor, file);
  const errors = reasonErrors(refusal);
  return {
    head: { heading: message(`act.${step}`), crumbs: [...crumbs, { href: page, label: heading }] },
    nominee: { heading, lead, badge },
    effect: message(`act.${step}.effect`),
    open: actionsView(actor, file).some((action) => action.step === step),
    closed: message('act.closed'),
    back: page,
    form: { post: `${page}/buoc/${step}`, label: message(`act.${step}`), danger: DANGEROUS.includes(step) },
    problems: refusal.detail === '' ? [] : [{ id: errors ? 'reason' : null, text: refusal.detail }],
    reasonField: {
      id: 'reason',
      name: 'reason',
      label: message(required ? 'act.reason' : 'act.reason.optional'),
      hint: message(`act.${step}.hint`),
      value: reason,
      required,
      errors,
    },
  };
}
