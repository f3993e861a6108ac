import { type Actor, may } from '../../domain/access';
import { message } from '../../platform/messages/message';
import { sheetHref } from '../../platform/sheets/whole-list';
import { lowerFirst } from '../../platform/text/printable';
import { momentText } from '../../platform/text/vietnam-time';
import { sessionBadge } from './council.words';
import type { RunningSession } from './home.queries';
import { pagesView } from './page-links';
import type { SessionLine } from './session.queries';

/** The first page of the council: what the reader has to do now, and all sessions. */
export function councilHome(
  actor: Actor,
  running: readonly RunningSession[],
  [lines, total]: [SessionLine[], number],
  page: { number: number; size: number },
) {
  const manages = may(actor, 'council.manage');
  return {
    tasks: {
      tasks: councilTasks(actor, running),
      empty: {
        title: message('council.tasks.none'),
        text: message(manages ? 'council.tasks.none.office' : 'council.tasks.none.text'),
      },
    },
    sheet: sheetHref('/hoi-dong'),
    plan: manages ? '/hoi-dong/moi' : null,
    list: {
      id: 'phien-hop',
      caption: message('council.list.caption'),
      columns: ['title', 'when', 'where', 'state'].map((key) => ({ label: message(`council.list.${key}`) })),
      rows: lines.map((line) => ({ cells: cellsOf(line) })),
      empty: {
        title: message('council.list.none'),
        text: message(manages ? 'council.list.none.office' : 'council.list.none.text'),
      },
    },
    pages: total > page.size ? pagesView('/hoi-dong', { ...page, total }, 'council.list.pages') : null,
  };
}

/** What the council waits for from this person: to vote, to run a session, to be there. */
export function councilTasks(actor: Actor, running: readonly RunningSession[]) {
  const manages = may(actor, 'council.manage');
  return running.flatMap((each) => [...voteTask(each), ...(manages ? [manageTask(each)] : attendTask(each))]);
}

function voteTask({ session, papers }: RunningSession) {
  if (papers === 0) return [];
  return [
    {
      href: `/hoi-dong/${session.id}/phieu`,
      action: message('council.own.vote.action'),
      title: message('council.tasks.vote', { count: papers }),
      detail: session.title,
      urgent: true,
    },
  ];
}

function attendTask({ session, votes, papers }: RunningSession) {
  if (papers > 0 || !votes) return [];
  return [taskOf(session, 'council.tasks.read', 'council.tasks.attend')];
}

function manageTask({ session, items }: RunningSession) {
  const key = session.state === 'open' ? 'run' : items === 0 ? 'agenda' : 'prepare';
  return taskOf(session, 'council.tasks.open', `council.tasks.${key}`);
}

function taskOf({ id, title, startsAt, place }: RunningSession['session'], action: string, key: string) {
  return {
    href: `/hoi-dong/${id}`,
    action: message(action),
    title: message(key, { title }),
    detail: [momentText(startsAt), place].filter(Boolean).join(' · '),
    urgent: false,
  };
}

function cellsOf(line: SessionLine) {
  const badge = sessionBadge(line);
  const sub = message('council.list.number', { number: line.number, phase: lowerFirst(line.phaseTitle) });
  return [
    { text: line.title, href: `/hoi-dong/${line.id}`, sub },
    { text: momentText(line.startsAt) },
    { text: line.place },
    { text: badge.label, badge: badge.kind },
  ];
}
