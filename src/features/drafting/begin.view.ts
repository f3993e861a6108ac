import type { CriteriaSet } from '../../domain/campaign';
import { phaseTitle } from '../../domain/plan-names';
import { message } from '../../platform/messages/message';
import { errorSummary, fieldLabels, formField } from '../../platform/views/form-field';
import type { Refusal } from '../../platform/views/refusal-view';
import type { OpenPhase } from '../campaigns/phase.queries';

/** What stands in the form of a new nomination. */
export interface Begun {
  set: string;
  name: string;
  code: string;
}

/** The choice of a criteria set, the name and the code: all that a draft needs to be there. */
export function beginView({ campaign, phase }: OpenPhase, typed: Begun, refusal: Refusal) {
  const labels = fieldLabels('begin', ['set', 'name', 'code']);
  return {
    head: {
      crumbs: [{ href: '/don-vi', label: message('board.title') }],
      lead: `${phaseTitle(campaign, phase.code)}: ${campaign.title}`,
    },
    summary: errorSummary(refusal, labels),
    set: {
      ...formField('set', typed.set, refusal),
      label: labels.set,
      required: true,
      look: 'cards',
      options: campaign.criteriaSets.map((set) => setOption(set, typed.set)),
    },
    name: {
      ...formField('name', typed.name, refusal),
      label: labels.name,
      hint: message('begin.name.hint'),
      required: true,
    },
    code: {
      ...formField('code', typed.code, refusal),
      label: labels.code,
      hint: message('begin.code.hint'),
      required: true,
      width: 's',
    },
  };
}

function setOption({ code, title, subject }: CriteriaSet, chosen: string) {
  const kind = message(`sheet.subject.${subject}`);
  return { value: code, label: title, hint: message('begin.kind', { kind }), checked: code === chosen };
}
