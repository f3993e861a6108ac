import { awardName } from '../../../domain/plan-names';
import { message } from '../../../platform/messages/message';
import { errorSummary, fieldLabels, formField } from '../../../platform/views/form-field';
import type { Refusal } from '../../../platform/views/refusal-view';
import { type DecisionCase, recoveryText } from './decision-page.view';
import { leaderHead } from './leader-phase';

/** The three ways in which a place is given back. */
const ENDS = { 'thu-lai': 'take-back', 'tu-choi': 'refuse', 'thu-hoi': 'revoke' } as const;
export type EndName = keyof typeof ENDS;

export interface TypedEnd {
  date: string;
  document: string;
  reason: string;
}

/**
 * The form that ends a decision: it says what will come of it. `review` shows what was typed once more before it is done; a
 * refusal shows the form again.
 */
export function endForm(
  file: DecisionCase,
  name: EndName,
  typed: TypedEnd,
  { refusal, review }: { refusal: Refusal; review: boolean },
) {
  const { phase, line } = file;
  const kind = ENDS[name];
  const award = awardName(phase.campaign, line.award);
  const labels = fieldLabels('end', ['date', 'document', 'reason']);
  const field = (each: keyof TypedEnd) => ({
    ...formField(each, typed[each], refusal),
    label: labels[each],
  });
  return {
    head: leaderHead(phase, 'decide', message(`end.${kind}`, { award, name: line.name })),
    address: `${phase.base}/quyet-dinh/${line.id}/${name}`,
    back: `${phase.base}/quyet-dinh/${line.id}`,
    effects: [
      message(`end.${kind}.effect`, { award }),
      ...(kind === 'take-back' ? [] : [nextText(file)]),
      ...(kind === 'revoke' ? [recoveryText(file), message('end.revoke.proposal')] : []),
    ],
    button: message(`end.${kind}.button`),
    hasPaper: kind !== 'take-back',
    review,
    problems: errorSummary(refusal, labels),
    fields: { date: field('date'), document: field('document'), reason: field('reason') },
    typed: [
      ...(kind === 'take-back'
        ? []
        : [
            { label: labels.date, text: typed.date },
            { label: labels.document, text: typed.document },
          ]),
      { label: labels.reason, text: typed.reason },
    ],
    values: typed,
  };
}

function nextText({ evaluated, next }: DecisionCase): string {
  const names = next.codes.map((code) => {
    const name = evaluated.evaluation.nominations.get(code)?.nomination.name ?? '';
    return `${name} (${code})`;
  });
  if (names.length === 0) return message('decision.next.none');
  return message(next.tied ? 'end.next.tied' : 'end.next', { names: names.join(', ') });
}
