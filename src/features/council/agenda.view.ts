import type { Campaign } from '../../domain/campaign';
import { BALLOT_METHODS } from '../../domain/council';
import { awardName } from '../../domain/plan-names';
import { message } from '../../platform/messages/message';
import { type FormBody, formList, formText } from '../../platform/views/form';
import type { Refusal } from '../../platform/views/refusal-view';
import type { Candidate } from './agenda.queries';
import { itemBadge, questionText } from './council.words';
import type { Asked } from './item.queries';
import { pagesView } from './page-links';
import { problemsOf } from './problems';
import type { PendingTie } from './run-off.queries';
import type { SessionRow } from './session.entity';

interface AgendaPage {
  session: SessionRow;
  campaign: Campaign;
  /** What waits on the agenda and can still be taken off it. */
  waiting: readonly Asked[];
  candidates: [Candidate[], number];
  q: string;
  page: { number: number; size: number };
  body: FormBody;
  refusal: Refusal;
}

/** The office puts nominations on the agenda and takes questions off it. */
export function agendaView({ session, campaign, waiting, candidates, q, page, body, refusal }: AgendaPage) {
  const [lines, total] = candidates;
  const at = `/hoi-dong/${session.id}`;
  const chosen = formList(body, 'chon');
  const here = `${at}/chuong-trinh${q === '' ? '' : `?q=${encodeURIComponent(q)}`}`;
  return {
    session: session.title,
    back: at,
    q,
    problems: problemsOf(refusal),
    waiting: waiting.map((asked) => ({
      ordinal: asked.item.ordinal,
      question: questionText(asked),
      award: awardName(campaign, asked.item.award),
      method: message(`council.method.${asked.item.method}`),
      badge: itemBadge(asked.item),
      remove: `${at}/muc/${asked.item.id}/bo`,
    })),
    caption: message('council.candidates.caption', { count: total }),
    lines: lines.map((line) => ({
      id: line.id,
      name: line.name,
      code: line.code,
      href: `/de-nghi/${line.id}`,
      unit: line.unit,
      set: campaign.criteriaSets.find(({ code }) => code === line.criteriaSet)?.title ?? line.criteriaSet,
      proposed: line.proposed ? awardName(campaign, line.proposed) : '–',
      state: message(`state.${line.state}`),
      checked: chosen.includes(line.id),
    })),
    awards: awardChoices(campaign, body),
    method: methodField(body),
    pages: total > page.size ? pagesView(here, { ...page, total }, 'council.candidates.pages') : null,
  };
}

function awardChoices({ awards }: Campaign, body: FormBody) {
  const sent = formList(body, 'hinh-thuc');
  const voted = awards.filter(({ requires }) => requires.vote !== undefined);
  const wanted = sent.length > 0 ? sent : (voted.length > 0 ? voted : awards).map(({ code }) => code);
  return {
    id: 'hinh-thuc',
    name: 'hinh-thuc',
    label: message('council.agenda.awards'),
    hint: message('council.agenda.awards.hint'),
    many: true,
    look: null,
    required: true,
    errors: null,
    options: awards.map(({ code, name }) => ({ value: code, label: name, checked: wanted.includes(code) })),
  };
}

function methodField(body: FormBody) {
  const chosen = formText(body, 'cach') || 'secret';
  return {
    id: 'cach',
    name: 'cach',
    label: message('council.agenda.method'),
    many: false,
    look: null,
    required: true,
    hint: null,
    errors: null,
    options: BALLOT_METHODS.map((value) => ({
      value,
      label: message(`council.method.${value}`),
      hint: message(`council.method.${value}.hint`),
      checked: value === chosen,
    })),
  };
}

/** Ties at the cut that the council can vote on. */
export function runOffView(
  { id, title }: SessionRow,
  campaign: Campaign,
  ties: readonly PendingTie[],
  names: ReadonlyMap<string, string>,
  body: FormBody,
  refusal: Refusal,
) {
  const at = `/hoi-dong/${id}`;
  return {
    session: title,
    back: at,
    problems: problemsOf(refusal),
    method: methodField(body),
    ties: ties.map((tie, index) => ({
      value: `${tie.criteriaSet}/${tie.award}`,
      id: `dong-hang-${index}`,
      checked: index === 0,
      award: awardName(campaign, tie.award),
      set: campaign.criteriaSets.find(({ code }) => code === tie.criteriaSet)?.title ?? tie.criteriaSet,
      text: message('council.run-off.tie', { count: tie.codes.length, places: tie.places }),
      names: tie.codes.map((code) => `${names.get(code) ?? code} (${code})`).join(', '),
    })),
  };
}
