import type { NominationResult, OutcomeCode } from '../../../domain/evaluation';
import type { Nomination } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import type { Badge, BadgeKind } from '../../nominations/state.view';

const KINDS: Partial<Record<string, BadgeKind>> = {
  awarded: 'award',
  hold: 'hold',
  'tie-pending': 'warn',
  'blocked-by-tie': 'warn',
  'not-scored': 'draft',
  'quota-not-stated': 'info',
};

/** A few words for an outcome; the whole sentence is an explanation. */
export function outcomeLabel(code: OutcomeCode, of?: Pick<Nomination, 'revoked'>): string {
  if (code === 'withdrawn' && of?.revoked) return message('outcome-label.withdrawn.revoked');
  return message(`outcome-label.${code.startsWith('gate:') ? 'gate' : code}`);
}

/** What became of a nomination: its award, or the reason that it has none, of the lowest award. */
export function outcomeBadge(
  { nomination, award, outcomes }: NominationResult,
  nameOf: (award: string) => string,
): Badge {
  if (award !== null) return { label: nameOf(award), kind: 'award' };
  const codes = Object.values(outcomes);
  const code = codes.find((each) => each === 'tie-pending') ?? codes.at(-1);
  if (code === undefined) return { label: message('outcome-label.no-quota-line'), kind: 'off' };
  return { label: outcomeLabel(code, nomination), kind: KINDS[code] ?? 'off' };
}
