import type { NominationResult } from '../../../domain/evaluation';
import { message } from '../../../platform/messages/message';
import { oneLine } from '../../../platform/text/printable';
import { punctuated } from '../words/citation';
import { count, points } from '../words/formats';
import { leftReason, linesByReason } from '../words/left-reason';
import type { AwardPool, AwardRound } from './award-round';
import { calledBy } from './recipient';
import type { RoundData } from './round-data';

type Known = Pick<RoundData, 'campaign' | 'round' | 'evaluation'>;

/** What is not decided, what falls short, and who is passed over: the decider must not learn of it later. */
export function submissionNotes(data: Known, one: AwardRound): string[] {
  const notes = one.pools.flatMap((pool) => [...pendingNote(pool), ...shortfallNote(pool)]);
  return [...notes, ...passedOverNotes(data, one)];
}

function pendingNote({ set, result, pending }: AwardPool): string[] {
  if (pending.length === 0) return [];
  const names = pending.map(({ nomination }) => calledBy(nomination)).join('; ');
  return [message('dossier.note.pending', { set: oneLine(set.title), names, places: count(result.places) })];
}

function passedOverNotes(data: Known, { award, pools }: AwardRound): string[] {
  const left = pools.flatMap(({ passedOver }) =>
    passedOver.map((result) => ({ who: whoIs(result), reason: leftReason(data, award, result) })),
  );
  return left.length === 0 ? [] : [message('dossier.note.passed-over'), ...punctuated(linesByReason(left))];
}

function whoIs({ nomination, rank, total }: NominationResult): string {
  return message('dossier.note.passed-over.who', {
    name: calledBy(nomination),
    rank: rank ?? '–',
    points: points(total),
  });
}

/** A shortfall that a tie may still fill is told as the tie, not as a want of nominees. */
function shortfallNote({ set, result, pending, waiting }: AwardPool): string[] {
  const { filled, min, shortfall } = result;
  if (shortfall === 0 || pending.length > 0) return [];
  const numbers = { filled: count(filled), min: count(min), shortfall: count(shortfall) };
  const key = waiting ? 'dossier.note.waiting' : 'dossier.note.shortfall';
  return [message(key, { set: oneLine(set.title), ...numbers })];
}
