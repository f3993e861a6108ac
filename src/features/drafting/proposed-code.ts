import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import { unitCode } from '../../domain/nomination-code';
import { ownPrefix } from '../nominations/unit-codes';

/** A free code for a new nomination of the actor's unit: its letters and a running number of its own, `PQLKH.01`. */
export async function proposedCode(reader: EntityManager, actor: Actor, phaseId: string): Promise<string> {
  const prefix = (await ownPrefix(reader, actor)) ?? '';
  const taken = await reader.sql<{ code: string }[]>`
    SELECT "code" FROM "nomination" WHERE "phaseId" = ${phaseId} AND "unitId" = ${actor.unitId ?? ''}`;
  return firstFree(
    prefix,
    taken.map(({ code }) => code),
  );
}

function firstFree(prefix: string, taken: readonly string[]): string {
  const codes = new Set(taken);
  let number = 1;
  while (codes.has(codeOf(prefix, number))) number += 1;
  return codeOf(prefix, number);
}

function codeOf(prefix: string, number: number): string {
  return unitCode(prefix, String(number).padStart(2, '0'));
}
