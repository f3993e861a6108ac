import type { Actor } from '../../domain/access';
import { takesPart } from '../../domain/council';
import type { Transaction } from '../../platform/database/unit-of-work';
import { message } from '../../platform/messages/message';
import { momentText } from '../../platform/text/vietnam-time';
import { notify } from '../notices/notify';
import { type Asked, votersOf } from './item.queries';
import type { SeatRow } from './seat.entity';
import type { SessionRow } from './session.entity';
import type { Seated } from './session.queries';

interface Told {
  by: Actor;
  at: string;
}

/** Invites whoever has a seat; after a change of the plan whoever has one now. */
export function invite(
  tx: Transaction,
  { id, title, place, startsAt }: SessionRow,
  seats: readonly Pick<SeatRow, 'personId'>[],
  { by, at, again }: Told & { again: boolean },
): Promise<void> {
  const where = place === '' ? message('council.place.later') : place;
  return notify(
    tx,
    { persons: seats.map(({ personId }) => personId) },
    {
      code: again ? 'session-changed' : 'session-planned',
      params: { title, when: momentText(startsAt), where },
      href: `/hoi-dong/${id}`,
      at,
      by,
    },
  );
}

/** Calls those to the vote who vote from their own account on one of these questions at least. */
export function callToVote(
  tx: Transaction,
  { id, title }: SessionRow,
  { asked, seats }: { asked: readonly Asked[]; seats: readonly Seated[] },
  { by, at }: Told,
): Promise<void> {
  const own = asked.filter(({ item }) => item.method !== 'written');
  const voters = seats.filter(
    (seat) => takesPart(seat) && own.some((each) => votersOf(each, seats).includes(seat)),
  );
  const persons = voters.map(({ personId }) => personId);
  const href = `/hoi-dong/${id}/phieu`;
  return notify(tx, { persons }, { code: 'ballot-open', params: { title }, href, at, by });
}
