import { type EntityManager, In } from 'typeorm';
import { type Actor, isRecused, mayOn } from '../../domain/access';
import { type Question, awardQuestion, runOffQuestion, takesPart } from '../../domain/council';
import { NominationRow } from '../nominations/nomination.entity';
import { ScoreSheetRow } from '../nominations/score-sheet.entity';
import { ItemRow } from './item.entity';
import { RollRow } from './roll.entity';
import type { Seated } from './session.queries';
import type { SessionRow } from './session.entity';

/** A question with those whom it is about: one nominee, or those of a tie. */
export interface Asked {
  item: ItemRow;
  nominees: NominationRow[];
  /** Seats of members who are too near to one of the nominees, or have said so on a sheet. */
  recused: ReadonlySet<string>;
  /** Seats that have voted. */
  voted: ReadonlySet<string>;
}

/** Questions of one session or of several, with all that decides who votes on them: four queries, however many. */
export async function askedOf(
  reader: EntityManager,
  sessions: readonly SessionRow[],
  items: readonly ItemRow[],
  seats: readonly Seated[],
): Promise<Asked[]> {
  const byId = await nomineesById(reader, items);
  const phases = new Map(sessions.map(({ id, phaseId }) => [id, phaseId]));
  const byCode = await nomineesByCode(reader, [...phases.values()], items);
  const about = (item: ItemRow) => nomineesOf(item, byId, byCode, phases.get(item.sessionId) ?? '');
  const nominees = new Map(items.map((item) => [item.id, about(item)]));
  const declared = await declaredOn(reader, [...nominees.values()].flat());
  const roll =
    items.length > 0 ? await reader.findBy(RollRow, { itemId: In(items.map(({ id }) => id)) }) : [];
  return items.map((item) => {
    const whom = nominees.get(item.id) ?? [];
    const recused = seats.filter((seat) => whom.some((nominee) => isTooNear(seat, nominee, declared)));
    const voted = roll.filter(({ itemId }) => itemId === item.id).map(({ seatId }) => seatId);
    return { item, nominees: whom, recused: new Set(recused.map(({ id }) => id)), voted: new Set(voted) };
  });
}

/** What may be seen of an agenda: questions about nominations that the actor may read. */
export function visibleAsked(actor: Actor, asked: readonly Asked[]): Asked[] {
  return asked.filter(({ nominees }) => nominees.every((row) => mayOn(actor, 'nomination.read', row)));
}

/** Who can vote on a question. */
export function votersOf({ recused }: Asked, seats: readonly Seated[]): Seated[] {
  return seats.filter((seat) => takesPart(seat) && !recused.has(seat.id));
}

export function questionOf({ tie }: ItemRow): Question {
  return tie ? runOffQuestion(tie.codes, tie.places) : awardQuestion();
}

/** Whether a member may neither score nor vote on a nominee; `declared` as `declaredOn` gives it. */
export function isTooNear(
  { person, name }: Seated,
  nominee: NominationRow,
  declared: ReadonlySet<string>,
): boolean {
  return (
    isRecused({ ...person, name }, nominee) ||
    isRecused(person, nominee) ||
    declared.has(sheetKey(nominee.id, name))
  );
}

/** Members who have declared on a score sheet that they are too near to one of the nominees. */
async function declaredOn(
  reader: EntityManager,
  nominees: readonly NominationRow[],
): Promise<ReadonlySet<string>> {
  if (nominees.length === 0) return new Set();
  const ids = [...new Set(nominees.map(({ id }) => id))];
  const where = { nominationId: In(ids), layer: 'council' as const, recused: true };
  const sheets = await reader.find(ScoreSheetRow, { where, select: { nominationId: true, member: true } });
  return new Set(sheets.map(({ nominationId, member }) => sheetKey(nominationId, member)));
}

function sheetKey(nominationId: string, member: string): string {
  return `${nominationId} ${member}`;
}

async function nomineesById(
  reader: EntityManager,
  items: readonly ItemRow[],
): Promise<Map<string, NominationRow>> {
  const ids = [...new Set(items.flatMap(({ nominationId }) => nominationId ?? []))];
  const rows = ids.length > 0 ? await reader.findBy(NominationRow, { id: In(ids) }) : [];
  return new Map(rows.map((row) => [row.id, row]));
}

/** By phase and code: a code says nothing outside its phase. */
async function nomineesByCode(
  reader: EntityManager,
  phaseIds: readonly string[],
  items: readonly ItemRow[],
): Promise<Map<string, NominationRow>> {
  const codes = [...new Set(items.flatMap(({ tie }) => tie?.groups.flat() ?? []))];
  const where = { phaseId: In([...phaseIds]), code: In(codes) };
  const rows = codes.length > 0 ? await reader.findBy(NominationRow, where) : [];
  return new Map(rows.map((row) => [`${row.phaseId} ${row.code}`, row]));
}

/** Of a run-off only those who are voted on now. */
function nomineesOf(
  { nominationId, tie }: ItemRow,
  byId: ReadonlyMap<string, NominationRow>,
  byCode: ReadonlyMap<string, NominationRow>,
  phaseId: string,
): NominationRow[] {
  const found = tie
    ? tie.codes.map((code) => byCode.get(`${phaseId} ${code}`))
    : [byId.get(nominationId ?? '')];
  return found.flatMap((row) => row ?? []);
}
