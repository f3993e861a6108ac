import { type Actor, type Right, may } from '../../domain/access';
import type { NavItem } from '../../platform/views/page-frame';

/** One door of the application: shown to whoever has the right behind it. */
interface Door {
  href: string;
  label: string;
  right: Right;
}

/** In the order of the work. */
const DOORS: readonly Door[] = [
  { href: '/', label: 'Việc cần làm', right: 'home.read' },
  { href: '/don-vi', label: 'Đề nghị của đơn vị', right: 'nomination.submit' },
  { href: '/van-phong', label: 'Văn phòng', right: 'nomination.accept' },
  { href: '/van-phong/van-ban', label: 'Văn bản', right: 'paper.read' },
  { href: '/phong-trao', label: 'Phong trào', right: 'campaign.read' },
  { href: '/hoi-dong', label: 'Hội đồng', right: 'session.read' },
  { href: '/lanh-dao', label: 'Xếp hạng, quyết định', right: 'allocation.read' },
  { href: '/xuat-ho-so', label: 'Xuất hồ sơ', right: 'dossier.export' },
  { href: '/quan-tri/tai-khoan', label: 'Tài khoản', right: 'account.manage' },
  { href: '/quan-tri/don-vi', label: 'Đơn vị', right: 'account.manage' },
];

/** What the actor may open; the door that the address is behind is the current one. */
export function navigationFor(actor: Actor, path: string): NavItem[] {
  const open = DOORS.filter(({ right }) => may(actor, right));
  const current = open
    .filter(({ href }) => isBehind(path, href))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return open.map(({ href, label }) => ({ href, label, current: href === current?.href, count: null }));
}

function isBehind(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}
