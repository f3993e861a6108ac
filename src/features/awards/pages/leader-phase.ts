import type { EntityManager } from 'typeorm';
import { phaseTitle } from '../../../domain/plan-names';
import { message } from '../../../platform/messages/message';
import { pagePath } from '../../../platform/views/address';
import { type OpenPhase, openPhase } from '../../campaigns/phase.queries';

/** A phase as the leadership's pages speak of it. */
export interface LeaderPhase extends OpenPhase {
  /** Address of its ranking; all other pages lie below it. */
  base: string;
  title: string;
}

/** Throws as `openPhase` does. */
export async function leaderPhase(reader: EntityManager, code: string, phase: string): Promise<LeaderPhase> {
  const open = await openPhase(reader, code, phase);
  const { campaign } = open;
  const base = leaderAddress(campaign.code, open.phase.code);
  return { ...open, base, title: phaseTitle(campaign, open.phase.code) };
}

export function leaderAddress(campaign: string, phase: string): string {
  return pagePath('lanh-dao', campaign, phase);
}

/** The page of deciding, opened at one award and pool. */
export function groupAddress(
  { base }: Pick<LeaderPhase, 'base'>,
  { award, criteriaSet }: { award: string; criteriaSet: string },
): string {
  const query = new URLSearchParams({ 'hinh-thuc': award, nhom: criteriaSet });
  return `${base}/quyet-dinh?${query.toString()}`;
}

/** The pages of a phase, in the order of the work: the end of the address, and the key of its words. */
const TABS = {
  ranking: '',
  proposals: '/phuong-an',
  decide: '/quyet-dinh',
  register: '/so-quyet-dinh',
  'what-if': '/gia-dinh',
  end: '/ket-thuc',
} as const;

type Tab = keyof typeof TABS;

/** Head and tabs of one of the phase's pages. */
export function leaderFrame({ base, title, campaign }: LeaderPhase, current: Tab) {
  return {
    head: {
      heading: message(`leader.tab.${current}`),
      lead: `${campaign.title} – ${title}`,
      crumbs: [{ href: '/lanh-dao', label: message('leader.door') }],
    },
    tabs: {
      label: message('leader.tabs'),
      tabs: (Object.keys(TABS) as Tab[]).map((tab) => ({
        href: base + TABS[tab],
        label: message(`leader.tab.${tab}`),
        current: tab === current,
      })),
    },
  };
}

/** Head of a page below one of the tabs, with the way back to it. */
export function leaderHead({ base, title, campaign }: LeaderPhase, behind: Tab, heading: string) {
  return {
    heading,
    lead: `${campaign.title} – ${title}`,
    crumbs: [
      { href: '/lanh-dao', label: message('leader.door') },
      { href: base + TABS[behind], label: message(`leader.tab.${behind}`) },
    ],
  };
}
