import { type SessionDetail, mustVote } from './session.detail';
import { type Asked, votersOf } from './item.queries';
import type { Seated, SessionLine } from './session.queries';

/** A session for a program: what it may know, and of a vote that is not closed nothing but who takes part. */
export function sessionView(detail: SessionDetail) {
  const { session, campaign, phase, seats, attendance, asked } = detail;
  const { id, number, title, place, startsAt, state, openedAt, closedAt, version } = session;
  return {
    id,
    campaign: campaign.code,
    phase: phase.code,
    number,
    title,
    place,
    startsAt,
    state,
    openedAt,
    closedAt,
    attendance,
    seats: seats.map(seatView),
    items: asked.map((each) => itemView(detail, each)),
    version,
  };
}

function seatView({ id, name, role, attendance, reason }: Seated) {
  return { id, name, role, attendance, reason };
}

function itemView(detail: SessionDetail, asked: Asked) {
  const { item, nominees, voted } = asked;
  const { id, ordinal, award, method, state, reason, result, tie } = item;
  return {
    id,
    ordinal,
    award,
    nominees: nominees.map(({ id: nomination, code, name }) => ({ nomination, code, name })),
    places: tie?.places ?? null,
    method,
    state,
    reason,
    recused: namesOf(detail.seats, asked.recused),
    voters: votersOf(asked, detail.seats).length,
    voted: state === 'annulled' ? 0 : voted.size,
    mine: mustVote(detail, asked),
    result,
    opinions: detail.opinions
      .filter(({ itemId }) => itemId === id)
      .map(({ seatId, marks, document }) => ({
        member: namesOf(detail.seats, new Set([seatId]))[0],
        marks,
        document,
      })),
  };
}

/** In the order of the seats, which is nobody’s order of voting. */
export function namesOf(seats: readonly Seated[], ids: ReadonlySet<string>): string[] {
  return seats.filter(({ id }) => ids.has(id)).map(({ name }) => name);
}

export function sessionLineView({ id, number, title, place, startsAt, state, campaign, phase }: SessionLine) {
  return { id, number, title, place, startsAt, state, campaign, phase };
}
