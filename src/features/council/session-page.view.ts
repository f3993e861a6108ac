import { type Actor, may } from '../../domain/access';
import { hasVote, takesPart } from '../../domain/council';
import { canonicalJson } from '../../domain/canonical';
import { awardName } from '../../domain/plan-names';
import { message } from '../../platform/messages/message';
import { sheetHref } from '../../platform/sheets/whole-list';
import { momentText } from '../../platform/text/vietnam-time';
import { awardOf, itemBadge, questionText, quorumText, resultText, sessionBadge } from './council.words';
import { type Asked, questionOf, votersOf } from './item.queries';
import { pagesView } from './page-links';
import type { SessionDetail } from './session.detail';
import type { Seated } from './session.queries';
import { namesOf } from './session.view';

/** The page of a session: what to do now, who is there, what is asked and what came of it. */
export function sessionPage(actor: Actor, detail: SessionDetail, page: { number: number; size: number }) {
  const { session, campaign, phase, seats, asked } = detail;
  const at = `/hoi-dong/${session.id}`;
  return {
    head: {
      heading: session.title,
      lead: message('council.session.lead', {
        number: session.number,
        phase: phase.title,
        campaign: campaign.title,
      }),
      crumbs: [{ href: '/hoi-dong', label: message('council.home') }],
      badge: sessionBadge(session),
    },
    sheets: { agenda: sheetHref(at), seats: sheetHref(`${at}?bang=thanh-phan`) },
    own: ownNotice(detail),
    manage: may(actor, 'council.manage') ? manageView(detail, at) : null,
    facts: factsView(detail),
    papers: papersView(detail, at),
    seats: seats.map(seatView),
    items: asked.map((each) => itemView(detail, each)),
    agenda: message('council.agenda.caption', { count: detail.total }),
    pages: detail.total > page.size ? pagesView(at, { ...page, total: detail.total }, 'council.pages') : null,
    hasSecret: asked.some(({ item }) => item.method === 'secret'),
  };
}

/** What the reader has to do here now. */
function ownNotice(detail: SessionDetail) {
  const { own, session, papers: waiting, campaign } = detail;
  if (!own) return null;
  const scores = hasVote(own) && campaign.scoring.official === 'council';
  const link = (path: string, label: string, primary: boolean) => ({
    href: `/hoi-dong/${session.id}/${path}`,
    label: message(label),
    primary,
  });
  return {
    kind: waiting > 0 ? 'warn' : null,
    text: ownText(detail, own, waiting),
    actions: [
      ...(waiting > 0 ? [link('phieu', 'council.own.vote.action', true)] : []),
      ...(scores ? [link('cham-diem', 'council.do.sheets', false)] : []),
    ],
  };
}

function ownText({ session }: SessionDetail, own: Seated, waiting: number): string {
  if (waiting > 0) return message('council.own.vote', { count: waiting });
  if (!hasVote(own)) return message('council.own.secretary');
  if (session.state === 'open' && !takesPart(own)) return message('council.own.absent');
  return message(`council.own.${session.state}`);
}

function manageView(detail: SessionDetail, at: string) {
  const { session, campaign, counts, total, phaseCouncil, attendance, seats } = detail;
  const [planned, isOpen] = [session.state === 'planned', session.state === 'open'];
  const called = seats.filter(hasVote).every((seat) => seat.attendance !== null);
  const { open = 0, waiting = 0, closed = 0 } = counts;
  const link = (path: string, key: string, { primary = false } = {}) => [
    { href: `${at}/${path}`, label: message(`council.do.${key}`), primary },
  ];
  const manage = {
    links: [
      ...(planned || isOpen ? link('chuong-trinh', 'agenda', { primary: total === 0 }) : []),
      ...((planned || isOpen) && open === 0 && closed === 0
        ? link('diem-danh', 'roll', { primary: planned && total > 0 && !called })
        : []),
      ...(isOpen && waiting > 0 ? link('bieu-quyet', 'open-polls', { primary: open === 0 }) : []),
      ...(isOpen && open > 0 ? link('y-kien', 'opinions') : []),
      ...(isOpen && open > 0 ? link('kiem-phieu', 'close-polls', { primary: true }) : []),
      ...(planned || isOpen ? link('bo-phieu-lai', 'run-off') : []),
      ...(campaign.scoring.official === 'council' ? link('cham-diem', 'sheets') : []),
      ...(campaign.scoring.official === 'council' ? link('thong-nhat', 'agreement') : []),
      ...(planned ? link('sua', 'edit') : []),
      ...(isOpen && open === 0 ? link('be-mac', 'close') : []),
    ],
    open: planned && called ? `${at}/khai-mac` : null,
    otherAttendance:
      closed > 0 && phaseCouncil !== null && canonicalJson(phaseCouncil) !== canonicalJson(attendance),
  };
  return manage.links.length > 0 || manage.otherAttendance ? manage : null;
}

function factsView({ session, campaign, seats, attendance, asked }: SessionDetail) {
  const fact = (key: string, text: string) => ({ label: message(`council.fact.${key}`), text });
  const name = (role: Seated['role']) => seats.find((seat) => seat.role === role)?.name ?? '–';
  const { members, present, written } = attendance;
  const awards = [...new Set(asked.map(({ item }) => item.award))];
  return [
    fact('when', momentText(session.startsAt)),
    fact('where', session.place || '–'),
    fact('chair', name('chair')),
    fact('secretary', name('secretary')),
    fact(
      'attendance',
      message('council.attendance.count', { members, present, written, absent: members - present - written }),
    ),
    ...awards.map((code) => ({
      label: message('council.fact.quorum', { award: awardName(campaign, code) }),
      text: quorumText(awardOf(campaign, code)?.requires.vote, attendance),
    })),
  ];
}

/** What can be printed; before the closing the minutes are a form to be filled in by hand. */
function papersView({ session }: SessionDetail, at: string) {
  const minutes = session.state === 'closed' ? 'minutes' : 'minutes-form';
  return [
    { href: `${at}/giay-moi.pdf`, label: message('council.paper.invitation') },
    { href: `${at}/bien-ban.pdf`, label: message(`council.paper.${minutes}`) },
  ];
}

function seatView({ name, role, attendance, reason }: Seated) {
  const there = attendance === null ? 'council.attendance.unknown' : `council.attendance.${attendance}`;
  return { name, role: message(`council.role.${role}`), attendance: message(there), reason };
}

function itemView(detail: SessionDetail, asked: Asked) {
  const { item, nominees } = asked;
  const isAsked = item.state === 'open' || item.state === 'closed';
  return {
    ordinal: item.ordinal,
    question: questionText(asked),
    href: item.nominationId ? `/de-nghi/${item.nominationId}` : null,
    code: nominees.map(({ code }) => code).join(', '),
    award: awardName(detail.campaign, item.award),
    method: message(`council.method.${item.method}`),
    badge: itemBadge(item),
    turnout:
      item.state === 'open'
        ? message('council.result.turnout', {
            voted: asked.voted.size,
            eligible: votersOf(asked, detail.seats).length,
          })
        : null,
    recused: namesOf(detail.seats, asked.recused).join(', '),
    result: item.result ? resultText(detail.campaign, asked, item.result) : [],
    reason: item.reason,
    roll: isAsked && item.state === 'closed' ? namesOf(detail.seats, asked.voted).join(', ') : '',
    opinions: opinionsOf(detail, asked),
  };
}

/** Of a vote with names, in the order of the seats. */
function opinionsOf({ seats, opinions }: SessionDetail, { item, nominees }: Asked) {
  return seats.flatMap(({ id, name }) => {
    const said = opinions.find(({ itemId, seatId }) => itemId === item.id && seatId === id);
    if (!said) return [];
    const marks = said.marks.map((mark) => markText(mark, nominees));
    return [{ name, said: marks.join(', '), document: said.document }];
  });
}

/** The words beside a box of a voting paper. */
function markText(mark: string, nominees: Asked['nominees']): string {
  return nominees.find(({ code }) => code === mark)?.name ?? message(`council.mark.${mark}`);
}

/** The boxes of a voting paper, in the order in which they are printed. */
export function marksOf({ item, nominees }: Asked): { value: string; label: string }[] {
  return questionOf(item).choices.map((value) => ({ value, label: markText(value, nominees) }));
}
