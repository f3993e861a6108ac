import { type Actor, type Right, may } from '../../domain/access';
import type { NavItem } from '../../platform/views/page-frame';
import { deskOf } from './desk-of';

/** One door of the application: shown to whoever has the right behind it. */
interface Door {
  href: string;
  label: string;
  right: Right;
  /** Other addresses behind it. */
  also?: readonly string[];
}

const PLANS = ['ke-hoach', 'giai-doan', 'chi-tieu', 'thoi-han', 'gui-muon'].map(
  (page) => `/van-phong/${page}`,
);
const PAPERS = ['/van-phong/mau-van-ban', '/van-phong/ban-ky'];

/** In the order of the work. */
const DOORS: readonly Door[] = [
  { href: '/', label: 'Việc cần làm', right: 'home.read' },
  { href: '/don-vi', label: 'Đề nghị của đơn vị', right: 'nomination.submit' },
  { href: '/van-phong', label: 'Văn phòng', right: 'nomination.accept' },
  { href: '/van-phong/van-ban', label: 'Văn bản', right: 'paper.read', also: PAPERS },
  { href: '/phong-trao', label: 'Phong trào', right: 'campaign.read', also: PLANS },
  { href: '/hoi-dong', label: 'Hội đồng', right: 'session.read' },
  { href: '/lanh-dao', label: 'Xếp hạng, quyết định', right: 'allocation.read' },
  { href: '/xuat-ho-so', label: 'Xuất hồ sơ', right: 'dossier.export' },
  { href: '/quan-tri/tai-khoan', label: 'Tài khoản', right: 'account.manage' },
  { href: '/quan-tri/don-vi', label: 'Đơn vị', right: 'account.manage' },
];

/**
 * What the actor may open; the door that the address is behind is the current one. A nomination is behind the desk of
 * whoever reads it.
 */
export function navigationFor(actor: Actor, path: string): NavItem[] {
  const open = DOORS.filter(({ right }) => may(actor, right));
  const at = isBehind(path, '/de-nghi') ? deskOf(actor).href : path;
  const current = open
    .map((door) => ({ ...door, length: longestBehind(at, door) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)[0];
  return open.map(({ href, label }) => ({ href, label, current: href === current?.href, count: null }));
}

function longestBehind(path: string, { href, also = [] }: Door): number {
  return Math.max(0, ...[href, ...also].filter((each) => isBehind(path, each)).map((each) => each.length));
}

function isBehind(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}
