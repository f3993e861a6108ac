import { message } from '../../platform/messages/message';
import { dayText } from '../../platform/text/vietnam-time';
import { phaseAddress } from '../campaign-pages/address';
import type { TaskPart } from './home.service';
import type { HomePhases } from './tasks/phases.queries';
import { inOrder } from './tasks/task';

/** More published phases than these are history: the campaigns' own page has them. */
const MOST_PUBLISHED = 3;

/** The first page of everybody: the parts that have something to do, and what was published last. */
export function homeView({ parts, phases }: { parts: readonly TaskPart[]; phases: HomePhases }) {
  const waiting = parts.filter(({ tasks }) => tasks.length > 0);
  return {
    parts: waiting.map(({ group, tasks }) => ({
      heading: waiting.length > 1 ? message(`group.${group}`) : '',
      tasks: inOrder(tasks),
    })),
    empty: { title: message('home.nothing'), text: message('home.nothing.text'), href: null, action: null },
    published: publishedLines(phases),
  };
}

function publishedLines({ opened }: HomePhases) {
  return opened
    .filter(({ row }) => row.publishedAt !== null)
    .toSorted((a, b) => String(b.row.publishedAt).localeCompare(String(a.row.publishedAt), 'en'))
    .slice(0, MOST_PUBLISHED)
    .map(({ row, campaign, title }) => ({
      href: phaseAddress(campaign, row.code, 'ket-qua'),
      title,
      day: message('results.published', { day: dayText(row.publishedAt ?? '') }),
    }));
}
