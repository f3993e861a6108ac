import { selfScore } from '../../../domain/self-score';
import { message } from '../../../platform/messages/message';
import { type Refusal, noRefusal } from '../../../platform/views/refusal-view';
import type { Due } from '../../deadlines/due';
import { dueView } from '../due.view';
import { gapsOf } from './completeness.view';
import type { Draft } from './draft.queries';
import { totalView } from './total.view';

/** What was typed on the page of the last look, and why it was not sent. */
export interface Sending {
  reason: string;
  refusal: Refusal;
}

export function submitView(draft: Draft, due: Due | undefined, sending?: Sending) {
  const { reason, refusal } = sending ?? { reason: '', refusal: noRefusal };
  const { row, state, campaign, set, nomination, returns } = draft;
  const gaps = gapsOf(draft);
  const isAnswer = state === 'returned';
  const isOpen = state === 'draft' || isAnswer;
  const [last] = isAnswer ? returns : [];
  return {
    head: {
      heading: message(isAnswer ? 'submit.title.answer' : 'submit.title'),
      lead: `${row.name} (${row.code})`,
      crumbs: [
        { href: '/don-vi', label: message('board.title') },
        { href: `/de-nghi/${row.id}/soan`, label: row.name },
      ],
    },
    summary: {
      title: message('submit.refused'),
      items: refusal.detail === '' ? [] : [{ id: null, text: refusal.detail }],
    },
    required: gaps.required,
    advised: gaps.advised,
    isComplete: gaps.required.length === 0 && gaps.advised.length === 0,
    canSend: isOpen && gaps.required.length === 0 && due?.closed !== true,
    due: dueView(due),
    total: totalView(set, selfScore(campaign, set, nomination)),
    returned: last?.reason ?? null,
    action: `/de-nghi/${row.id}/gui`,
    back: `/de-nghi/${row.id}/soan`,
    reason: {
      id: 'reason',
      name: 'reason',
      label: message(isAnswer ? 'submit.answer' : 'submit.note'),
      hint: message(isAnswer ? 'submit.answer.hint' : 'submit.note.hint'),
      value: reason,
    },
    confirm: message('submit.confirm'),
  };
}
