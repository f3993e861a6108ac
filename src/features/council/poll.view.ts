import type { Campaign } from '../../domain/campaign';
import { awardName } from '../../domain/plan-names';
import { message } from '../../platform/messages/message';
import { type FormBody, formList, formText } from '../../platform/views/form';
import { type Refusal, reasonErrors } from '../../platform/views/refusal-view';
import { questionText } from './council.words';
import { type Asked, votersOf } from './item.queries';
import { paperView } from './paper.view';
import { problemsOf } from './problems';
import type { SessionRow } from './session.entity';
import type { Seated } from './session.queries';
import { namesOf } from './session.view';

/** What the pages of one session and its questions have in common. */
export interface PollPage {
  session: SessionRow;
  campaign: Campaign;
  seats: readonly Seated[];
  asked: readonly Asked[];
  body: FormBody;
  refusal: Refusal;
}

/** Questions that wait, to be opened for the vote. */
export function openingView(page: PollPage) {
  return { ...frame(page), lines: page.asked.map((asked) => lineOf(page, asked, true)) };
}

/** Ballots under way, to be ended: who has not voted yet, and why it ends all the same. */
export function closingView(page: PollPage) {
  const { asked, seats, body, refusal } = page;
  const complete = (each: Asked) => votersOf(each, seats).every(({ id }) => each.voted.has(id));
  return {
    ...frame(page),
    lines: asked.map((each) => lineOf(page, each, complete(each))),
    reason: {
      id: 'ly-do',
      name: 'ly-do',
      label: message('council.closing.reason'),
      hint: message('council.closing.reason.hint'),
      value: formText(body, 'ly-do'),
      errors: reasonErrors(refusal),
      required: false,
      tall: false,
    },
  };
}

/** One ballot to be annulled. */
export function annulView(page: PollPage, asked: Asked) {
  const { body, refusal } = page;
  return {
    ...frame(page),
    question: message('council.paper.question', {
      number: asked.item.ordinal,
      question: questionText(asked),
      award: awardName(page.campaign, asked.item.award),
    }),
    reason: {
      id: 'ly-do',
      name: 'ly-do',
      label: message('council.annul.reason'),
      hint: null,
      value: formText(body, 'ly-do'),
      errors: reasonErrors(refusal),
      required: true,
      tall: false,
    },
  };
}

/** The written opinion of one member on the questions that are asked in writing, or that the member is absent for. */
export function opinionView(page: PollPage, seat: Seated | undefined, members: readonly Seated[]) {
  const { campaign, asked, body, refusal } = page;
  return {
    ...frame(page),
    ...paperView(campaign, seat ? asked : [], body, refusal),
    member: seat ? { id: seat.id, name: seat.name } : null,
    members: members.map(({ id, name }) => ({
      href: `/hoi-dong/${page.session.id}/y-kien?thanh-vien=${id}`,
      name,
    })),
    document: {
      id: 'van-ban',
      name: 'van-ban',
      label: message('council.opinion.document'),
      hint: message('council.opinion.document.hint'),
      value: formText(body, 'van-ban'),
      errors: refusal.code === 'document-missing' ? [refusal.detail] : null,
      required: true,
    },
  };
}

function frame({ session, refusal }: PollPage) {
  return { session: session.title, back: `/hoi-dong/${session.id}`, problems: problemsOf(refusal) };
}

function lineOf({ session, campaign, seats, body, refusal }: PollPage, asked: Asked, chosen: boolean) {
  const { item, voted } = asked;
  const voters = votersOf(asked, seats);
  const waiting = new Set(voters.filter(({ id }) => !voted.has(id)).map(({ id }) => id));
  return {
    id: item.id,
    ordinal: item.ordinal,
    question: questionText(asked),
    award: awardName(campaign, item.award),
    method: message(`council.method.${item.method}`),
    turnout: message('council.result.turnout', { voted: voted.size, eligible: voters.length }),
    voters: message('council.voters', { count: voters.length }),
    waiting: namesOf(seats, waiting).join(', '),
    recused: namesOf(seats, asked.recused).join(', '),
    annul: `/hoi-dong/${session.id}/muc/${item.id}/huy`,
    checked: refusal.status === 200 ? chosen : formList(body, 'chon').includes(item.id),
  };
}
