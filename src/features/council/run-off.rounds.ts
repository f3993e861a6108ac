import type { EntityManager } from 'typeorm';
import { In, IsNull, Not } from 'typeorm';
import { ItemRow } from './item.entity';
import { type PendingTie, tieOf } from './run-off.queries';
import { SessionRow } from './session.entity';

/** The last run-off on this very tie in any session of the phase; one that was annulled, or that its session ended without, never was. */
export async function lastRunOff(
  manager: EntityManager,
  phaseId: string,
  tie: PendingTie,
): Promise<ItemRow | undefined> {
  const sessions = await manager.find(SessionRow, { where: { phaseId }, order: { number: 'ASC' } });
  const place = new Map(sessions.map(({ id }, index) => [id, index]));
  const where = {
    sessionId: In([...place.keys()]),
    award: tie.award,
    nominationId: IsNull(),
    state: Not('annulled' as const),
  };
  const ended = new Set(sessions.filter(({ state }) => state === 'closed').map(({ id }) => id));
  const items = await manager.find(ItemRow, { where, order: { ordinal: 'ASC' } });
  return items
    .filter((item) => tieOf([tie], item) !== undefined)
    .filter(({ state, sessionId }) => state !== 'waiting' || !ended.has(sessionId))
    .sort((a, b) => (place.get(a.sessionId) ?? 0) - (place.get(b.sessionId) ?? 0))
    .at(-1);
}
