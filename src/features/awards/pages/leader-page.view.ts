import type { Actor } from '../../../domain/access';
import { message } from '../../../platform/messages/message';
import type { Badge } from '../../nominations/state.view';
import type { PhaseInHand } from '../leader.queries';
import { leaderAddress } from './leader-phase';
import { leaderTasks } from './leader-tasks';

/** The first page of the leadership: what to do now, and every phase with its places. */
export function leaderPage(actor: Actor, phases: readonly PhaseInHand[]) {
  return {
    tasks: leaderTasks(actor, phases),
    rows: phases.map((phase) => ({
      href: leaderAddress(phase.campaign, phase.phase),
      title: phase.title,
      phase: phase.phaseTitle,
      places:
        phase.places > 0
          ? message('leader.places', { taken: phase.taken, places: phase.places })
          : message('leader.places.none'),
      waiting: String(phase.toConfirm + phase.own),
      state: phaseBadge(phase),
    })),
  };
}

function phaseBadge({ concludedAt, publishedAt }: PhaseInHand): Badge {
  if (publishedAt !== null) return { label: message('leader.phase.published'), kind: 'ok' };
  if (concludedAt !== null) return { label: message('leader.phase.concluded'), kind: 'info' };
  return { label: message('leader.phase.open'), kind: 'wait' };
}
