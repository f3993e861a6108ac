import { message } from '../../../platform/messages/message';
import { type Refusal, reasonErrors } from '../../../platform/views/refusal-view';
import { address } from '../../../platform/views/address';
import { TRANSITIONS } from '../../../domain/nomination-state';
import type { OpenPhase } from '../../campaigns/phase.queries';
import { phaseQuery, phaseWithPlan } from '../desk-phase.view';
import type { BulkOutcome } from './bulk.service';
import type { BulkStep } from './bulk.steps';

interface BulkPage {
  open: OpenPhase;
  step: BulkStep;
  ids: readonly string[];
  reason: string;
  outcomes: readonly BulkOutcome[];
  refusal: Refusal;
  done: boolean;
}

/** What would happen, to be confirmed; or what has happened. */
export function bulkView({ open, step, ids, reason, outcomes, refusal, done }: BulkPage) {
  const [go, stay] = [outcomes.filter(({ taken }) => taken), outcomes.filter(({ taken }) => !taken)];
  const act = message(`act.${step}`);
  const required = TRANSITIONS[step].reason === 'required';
  const list = address('/van-phong/tim', phaseQuery(open));
  return {
    head: {
      heading: message(done ? 'bulk.done' : 'bulk.preview', { act }),
      lead: phaseWithPlan(open),
      crumbs: [
        { href: address('/van-phong', phaseQuery(open)), label: message('home.office') },
        { href: list, label: message('desk.tab.list') },
      ],
    },
    done,
    go: { heading: message(done ? 'bulk.went' : 'bulk.goes', { count: go.length }), rows: go.map(rowView) },
    stay: {
      heading: message(done ? 'bulk.stayed' : 'bulk.stays', { count: stay.length }),
      rows: stay.map(rowView),
    },
    effect: message(`act.${step}.effect`),
    form: { step, act: message('bulk.confirm', { act, count: go.length }), ids, ...phaseFields(open) },
    problems: refusal.detail === '' ? [] : [{ id: 'reason', text: refusal.detail }],
    reasonField: {
      id: 'reason',
      name: 'reason',
      label: message(required ? 'act.reason' : 'act.reason.optional'),
      hint: message(required ? 'bulk.reason.hint' : `act.${step}.hint`),
      value: reason,
      required,
      errors: reasonErrors(refusal),
    },
    back: list,
  };
}

function rowView({ id, code, name, refusal }: BulkOutcome) {
  return {
    href: code === null ? null : `/de-nghi/${id}`,
    name: name ?? id,
    code: code ?? '',
    refusal: refusal ?? '',
  };
}

function phaseFields(open: OpenPhase) {
  const { 'phong-trao': campaign, 'giai-doan': phase } = phaseQuery(open);
  return { campaign, phase };
}
