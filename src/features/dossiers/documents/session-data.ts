import type { BallotMethod, ItemState, SessionState, Tally } from '../../../domain/council';
import type { CouncilAttendance, TieResolution } from '../../../domain/nomination';
import type { Groups } from '../../../domain/run-off';
import type { Subject } from '../../../domain/campaign';

/** One session of the council as its papers know it. What is not known is left blank on paper, to be filled in by hand. */
export interface SessionData {
  /** 1, 2, 3 … within the phase; null for a round that knows no sessions. */
  number: number | null;
  title: string;
  place: string;
  /** As it was called, in UTC; null: not known. */
  startsAt: string | null;
  openedAt: string | null;
  closedAt: string | null;
  state: SessionState;
  chair: string;
  secretary: string;
  /** With a vote, the chair among them; empty where no names are known. */
  members: SessionMember[];
  /** Null until the roll is called. */
  attendance: CouncilAttendance | null;
  items: SessionItem[];
  /** Ties that were broken otherwise than by a vote of this session. */
  resolutions: TieResolution[];
}

export interface SessionMember {
  name: string;
  role: 'chair' | 'member';
  attendance: 'present' | 'absent' | 'written' | null;
  /** Why somebody is absent. */
  reason: string;
}

/** One question put to the vote: a nominee for an award, or those of a tie (`runOff`). */
export interface SessionItem {
  award: string;
  nominees: SessionNominee[];
  runOff: { places: number; together: boolean } | null;
  /** Null where it is not known. */
  method: BallotMethod | null;
  state: ItemState;
  /** Why it was closed before everybody had voted, or annulled. */
  reason: string;
  /** Counts only; null before the session is closed, and for a question without a count. */
  count: SessionCount | null;
}

export interface SessionNominee {
  code: string;
  name: string;
  unit: string;
  subject: Subject;
}

export interface SessionCount {
  /** Null where it is not known. */
  attendance: CouncilAttendance | null;
  /** Who could have voted; null where it is not known. */
  eligible: number | null;
  voted: number;
  tally: Tally;
  /** Of a run-off: the tie group as it stands after it. */
  groups: Groups;
}
