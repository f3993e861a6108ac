import { type EntityManager, In, IsNull, Like } from 'typeorm';
import type { Actor, Group } from '../../domain/access';
import { insertInParts } from '../../platform/database/insert-in-parts';
import { after } from '../../platform/clock/after';
import { newId } from '../../platform/database/new-id';
import type { Transaction } from '../../platform/database/unit-of-work';
import { message } from '../../platform/messages/message';
import { PersonRow } from '../accounts/person.entity';
import { MailRow } from './mail.entity';
import { NoticeRow } from './notice.entity';

/** Whom it concerns: these persons, everybody of a group, or whoever writes for a unit. */
export type Audience = { persons: readonly string[] } | { group: Group } | { unit: string };

interface Notice {
  /** Names the sentence `notice.<code>` and the subject `notice.<code>.subject` of the messages file. */
  code: string;
  params: Record<string, string | number>;
  /** A page of this application that each of the audience may open. */
  href: string;
  at: string;
  /** Whoever has done it knows it already. */
  by?: Pick<Actor, 'id'>;
}

/**
 * Tells people of a change, inside the unit of work that makes it: they are told when it is committed, or not at all. The
 * sentence must hold nothing that one of the audience may not know (law 7). Whoever has an address gets an e-mail too, where
 * the service can send any. Closed accounts are told nothing.
 */
export async function notify({ manager }: Transaction, to: Audience, notice: Notice): Promise<void> {
  const persons = (await audience(manager, to)).filter(({ id }) => id !== notice.by?.id);
  const told = persons.map((person) => ({ person, row: noticeOf(person, notice) }));
  await insertInParts(
    manager,
    NoticeRow,
    told.map(({ row }) => row),
  );
  await insertInParts(
    manager,
    MailRow,
    told.flatMap(({ person: { email }, row }) => (email === null ? [] : [mailOf(email, row)])),
  );
}

async function audience(manager: EntityManager, to: Audience): Promise<PersonRow[]> {
  const where = { disabledAt: IsNull() };
  if ('persons' in to)
    return to.persons.length === 0 ? [] : manager.findBy(PersonRow, { ...where, id: In(to.persons) });
  // Groups are kept as JSON text; their names are none of each other's parts.
  const group = Like(`%"${'group' in to ? to.group : 'unit'}"%`) as never;
  if ('group' in to) return manager.findBy(PersonRow, { ...where, groups: group });
  return manager.findBy(PersonRow, { ...where, groups: group, unitId: to.unit });
}

function noticeOf({ id: personId }: PersonRow, { code, params, href, at }: Notice): NoticeRow {
  return { id: newId(), personId, code, params, href, createdAt: at, readAt: null };
}

/** What comes in quick succession goes out as one e-mail. */
const GATHER_MS = 60_000;

function mailOf(to: string, { id: noticeId, code, params, createdAt }: NoticeRow): MailRow {
  return {
    id: newId(),
    noticeId,
    to,
    subject: message(`notice.${code}.subject`, params),
    text: message(`notice.${code}`, params),
    attempts: 0,
    createdAt,
    nextAt: after(createdAt, GATHER_MS),
    claimedAt: null,
    sentAt: null,
    failedAt: null,
    error: null,
  };
}
