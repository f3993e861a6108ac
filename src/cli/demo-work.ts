import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { parse } from 'yaml';
import type { Actor } from '../domain/access';
import type { BallotMethod } from '../domain/council';
import { asActor, personByUsername } from '../features/accounts/person.queries';
import { NOMINATIONS_SCHEMA } from '../features/campaigns/phase.document';
import { AgendaService } from '../features/council/agenda.service';
import { SessionService } from '../features/council/session.service';
import { ImportService } from '../features/nominations/import.service';
import { NominationService } from '../features/nominations/nomination.service';
import { ownUnitName } from '../features/nominations/own-text';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { projectRoot } from '../platform/project';

/** Name of the file below `seeds/demo`: it is no round of its own. */
export const WORK_FILE = 'work-at-hand.yaml';

interface DemoWork {
  campaign: string;
  phase: string;
  date: string;
  council: object;
  nominations: object[];
  session: DemoSession;
  draft: { username: string } & Record<string, unknown>;
}

/** People by their usernames. */
interface DemoSession {
  title: string;
  place: string;
  date: string;
  time: string;
  chair: string;
  members: string[];
  secretary: string;
  awards: string[];
  method: BallotMethod;
}

/**
 * What a visitor of the demo world finds on the desks, made through the services by the people themselves: a phase that has
 * just been opened, a session of the council with its agenda, and a draft of a unit.
 */
export async function layOutWork(app: INestApplicationContext): Promise<void> {
  const { session, draft, ...round } = await readWork();
  const secretary = await personOf(app, session.secretary);
  const plain = { schema: NOMINATIONS_SCHEMA, ...round };
  const { nominations } = await app
    .get(ImportService)
    .import(secretary, round.campaign, round.phase, { plain });
  await planSession(app, secretary, round, session, nominations);
  await beginDraft(app, round, draft);
}

async function planSession(
  app: INestApplicationContext,
  secretary: Actor,
  { campaign, phase }: { campaign: string; phase: string },
  { chair, members, awards, method, ...plan }: DemoSession,
  nominations: readonly { id: string }[],
): Promise<void> {
  const people = await Promise.all([chair, ...members].map((username) => personOf(app, username)));
  const voting = people.map(
    ({ id: person }, at) => ({ person, role: at === 0 ? 'chair' : 'member' }) as const,
  );
  const seats = [...voting, { person: secretary.id, role: 'secretary' as const }];
  const { id } = await app.get(SessionService).plan(secretary, campaign, phase, { ...plan, seats });
  await app
    .get(AgendaService)
    .add(secretary, id, { nominations: nominations.map((each) => each.id), awards, method });
}

async function beginDraft(
  app: INestApplicationContext,
  { campaign, phase }: { campaign: string; phase: string },
  { username, ...plain }: DemoWork['draft'],
): Promise<void> {
  const clerk = await personOf(app, username);
  const unit = await ownUnitName(app.get(UnitOfWork).reader, clerk);
  await app.get(NominationService).enter(clerk, campaign, phase, { ...plain, unit });
}

async function personOf(app: INestApplicationContext, username: string): Promise<Actor> {
  return asActor(await personByUsername(app.get(UnitOfWork).reader, username));
}

async function readWork(): Promise<DemoWork> {
  return parse(await readFile(join(projectRoot, 'seeds', 'demo', WORK_FILE), 'utf8')) as DemoWork;
}
