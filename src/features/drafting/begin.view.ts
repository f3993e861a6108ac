import type { CriteriaSet } from '../../domain/campaign';
import { message } from '../../platform/messages/message';
import type { Refusal } from '../../platform/views/refusal-view';
import type { OpenPhase } from '../campaigns/phase.queries';

/** What stands in the form of a new nomination. */
export interface Begun {
  set: string;
  name: string;
  code: string;
}

/** The choice of a criteria set, the name and the code: all that a draft needs to be there. */
export function beginView({ campaign, phase }: OpenPhase, typed: Begun, { byField, detail }: Refusal) {
  const { title } = campaign.phases.find(({ code }) => code === phase.code) ?? { title: phase.code };
  const errors = { set: byField['subject'] ?? byField['set'], name: byField['name'], code: byField['code'] };
  const found = Object.entries(errors).flatMap(([id, texts = []]) => texts.map((text) => ({ id, text })));
  return {
    head: {
      crumbs: [{ href: '/don-vi', label: message('board.title') }],
      lead: `${title}: ${campaign.title}`,
    },
    summary: { items: found.length > 0 || detail === '' ? found : [{ id: null, text: detail }] },
    set: {
      id: 'set',
      name: 'set',
      label: message('begin.set'),
      required: true,
      look: 'cards',
      errors: errors.set,
      options: campaign.criteriaSets.map((set) => setOption(set, typed.set)),
    },
    name: {
      id: 'name',
      name: 'name',
      label: message('begin.name'),
      hint: message('begin.name.hint'),
      required: true,
      value: typed.name,
      errors: errors.name,
    },
    code: {
      id: 'code',
      name: 'code',
      label: message('begin.code'),
      hint: message('begin.code.hint'),
      required: true,
      width: 's',
      value: typed.code,
      errors: errors.code,
    },
  };
}

function setOption({ code, title, subject }: CriteriaSet, chosen: string) {
  const kind = message(`sheet.subject.${subject}`);
  return { value: code, label: title, hint: message('begin.kind', { kind }), checked: code === chosen };
}
