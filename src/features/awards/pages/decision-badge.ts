import { message } from '../../../platform/messages/message';
import type { Badge, BadgeKind } from '../../nominations/state.view';
import type { DecisionStatus } from '../decision.entity';

const KINDS: Readonly<Record<DecisionStatus, BadgeKind>> = {
  proposed: 'wait',
  confirmed: 'award',
  'taken-back': 'off',
  refused: 'bad',
  revoked: 'bad',
  replaced: 'off',
};

export function decisionBadge(status: DecisionStatus): Badge {
  return { label: message(`decision.status.${status}`), kind: KINDS[status] };
}
