import {
  MEMBERS,
  SESSIONS,
  type WorldOptions,
  closePolls,
  councilWorld,
  openPolls,
  opened,
  sessionOf,
} from '../../council/support';
import type { TestDatabase } from '../../support/each-database';
import type { Council } from '../rows/council';

/** Its written opinion comes to the office; everybody else is there. */
export const IN_WRITING = MEMBERS[4];

export const TITLE = 'Phiên họp dời ngày';

/** A session with one question on its agenda, and what an act on it names. */
export interface Sitting {
  id: string;
  version: number;
  /** What it is to be called. */
  title: string;
  /** The question. */
  item: string;
  /** Of the member who is not there. */
  seat: string;
  /** To be put on the agenda, by code. */
  nominations: readonly string[];
  awards: readonly string[];
  /** Of the written opinion. */
  document: string;
}

export async function councilIn(db: TestDatabase, options: WorldOptions = {}): Promise<Council> {
  const council = await councilWorld(db, options);
  const officePage = await council.app.browser({ username: 'truc-van-phong', groups: ['office'] });
  return { db, officePage, ...council };
}

export async function sittingOf({ office }: Council, id: string): Promise<Sitting> {
  const { version, seats, items } = await sessionOf(office, id);
  return {
    id,
    version,
    title: TITLE,
    item: items[0]?.id ?? '',
    seat: seats.find(({ name }) => name === IN_WRITING)?.id ?? '',
    nominations: ['TT-01'],
    awards: ['BK'],
    document: 'Phiếu ý kiến ngày 14/12/2025',
  };
}

/** Opened; its question waits. */
export async function inSession(world: Council): Promise<Sitting> {
  const roll = { [IN_WRITING]: 'written' } as const;
  return sittingOf(world, await opened(world, { codes: ['CN-01'], method: 'open', roll }));
}

/** Its question is voted on. */
export async function underVote(world: Council): Promise<Sitting> {
  const { id } = await inSession(world);
  await openPolls(world, id);
  return sittingOf(world, id);
}

/** The vote on its question is counted. */
export async function counted(world: Council): Promise<Sitting> {
  const { id } = await inSession(world);
  await closePolls(world, id, await openPolls(world, id), 'Các thành viên về trước').expect(201);
  return sittingOf(world, id);
}

/** Ended for good, with a question that was never asked. */
export async function ended(world: Council): Promise<Sitting> {
  const { id } = await inSession(world);
  await world.office.post(`${SESSIONS}/${id}/closing`).expect(201);
  return sittingOf(world, id);
}
