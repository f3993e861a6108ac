import type { CouncilAttendance } from './nomination';

export const SEAT_ROLES = ['chair', 'member', 'secretary'] as const;
/** `chair` and `member` vote; the `secretary` keeps the minutes and has no vote. */
export type SeatRole = (typeof SEAT_ROLES)[number];

export const ATTENDANCES = ['present', 'absent', 'written'] as const;
/** `written`: absent, and gives an opinion in writing. */
export type Attendance = (typeof ATTENDANCES)[number];

export const BALLOT_METHODS = ['open', 'secret', 'written'] as const;
/** `open` with names, shown after closing · `secret` counts only · `written` opinions that the secretary enters. */
export type BallotMethod = (typeof BALLOT_METHODS)[number];

/** A ballot is annulled when it cannot be ended in good order: nothing of it is counted or shown. */
export type ItemState = 'waiting' | 'open' | 'closed' | 'annulled';

/** A session is never opened again: what was counted in it stays. */
export type SessionState = 'planned' | 'open' | 'closed';

export interface Seat {
  role: SeatRole;
  /** Null until the roll is called. */
  attendance: Attendance | null;
}

export function hasVote({ role }: Seat): boolean {
  return role !== 'secretary';
}

/** Whether somebody can vote in this session: a member who is there, or gives an opinion in writing. */
export function takesPart(seat: Seat): boolean {
  return hasVote(seat) && (seat.attendance === 'present' || seat.attendance === 'written');
}

/** The numbers by which a quorum is judged. The secretary is no member. */
export function attendanceOf(seats: readonly Seat[]): CouncilAttendance {
  const members = seats.filter(hasVote);
  const count = (attendance: Attendance) => members.filter((seat) => seat.attendance === attendance).length;
  return { members: members.length, present: count('present'), written: count('written') };
}

/** Votes by choice. Whoever has not voted is in none of them. */
export type Tally = Record<string, number>;

export const ABSTAIN = 'abstain';
/** On an award. */
const ANSWERS: readonly string[] = ['yes', 'no', ABSTAIN];

/** What is put to the vote: an award (one answer), or a tie at the cut (as many nominees as there are places, or none). */
export interface Question {
  choices: readonly string[];
  most: number;
}

export function awardQuestion(): Question {
  return { choices: ANSWERS, most: 1 };
}

export function runOffQuestion(codes: readonly string[], places: number): Question {
  return { choices: [...codes, ABSTAIN], most: places };
}

/** Whether the marks on a paper are a valid vote: each once, no more than asked for, and nobody beside an abstention. */
export function isValidVote({ choices, most }: Question, marks: readonly string[]): boolean {
  const known = marks.every((mark) => choices.includes(mark)) && new Set(marks).size === marks.length;
  const alone = marks.length === 1 || !marks.includes(ABSTAIN);
  return known && alone && marks.length >= 1 && marks.length <= most;
}

export function emptyTally({ choices }: Question): Tally {
  return Object.fromEntries(choices.map((choice) => [choice, 0]));
}

/** The tally with one more paper in it; the order of its keys stays. */
export function withVote(tally: Tally, marks: readonly string[]): Tally {
  return Object.fromEntries(
    Object.entries(tally).map(([choice, count]) => [choice, marks.includes(choice) ? count + 1 : count]),
  );
}

/** With fewer, each learns from the count what the others have said. */
export const FEWEST_IN_SECRET = 3;
