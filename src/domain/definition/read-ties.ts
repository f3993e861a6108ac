import type { TieResolution } from '../nomination';
import { Fields, isMapping } from './fields';
import type { Node } from './node';
import type { Plan } from './plan';
import { awardCode } from './read-nominations';
import { UNREADABLE, code, day, flag, text } from './scalars';

const KEYS = 'criteriaSet award order leaveVacant reason by date';

/** What people decided on a tie group (spec §6): an order, or places left vacant. */
export function readTieResolution(node: Node, plan: Plan): TieResolution {
  const fields = new Fields(node, KEYS.split(' '));
  const order = fields.has('order') ? fields.someOf('order', code) : undefined;
  const leaveVacant = fields.optional('leaveVacant', flag) ?? false;
  if (isMapping(node.value) && (order !== undefined) === leaveVacant) node.error('order-or-vacant');
  refuseTwice(node, order ?? []);
  return {
    criteriaSet: setCode(fields.required('criteriaSet'), plan),
    award: awardCode(fields.required('award'), plan),
    order,
    leaveVacant,
    reason: text(fields.required('reason')),
    by: text(fields.required('by')),
    date: day(fields.required('date')),
  };
}

export function setCode(node: Node, { campaign }: Plan): string {
  const found = code(node);
  const known = campaign.criteriaSets.map((set) => set.code);
  if (found !== UNREADABLE && !known.includes(found))
    node.error('unknown-criteria-set', { found, known: known.join(', ') });
  return found;
}

function refuseTwice(node: Node, order: string[]): void {
  const seen = new Set<string>();
  order.forEach((each, index) => {
    if (each !== UNREADABLE && seen.has(each))
      node.findings.error('duplicate-code', node.path('order', index), { code: each });
    seen.add(each);
  });
}
