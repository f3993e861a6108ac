import type { Group } from '../../src/domain/access';
import { CAMPAIGN } from './cases';

/** A list on a page and in a workbook: which column holds what the page names its rows by. */
export interface List {
  name: string;
  /** With `:code`, `:phase`, `:session` and `:nomination`. */
  path: string;
  /** Which of several lists of the page: `?bang=`. */
  list?: string;
  column: string;
  /** The caption of its table, where the page has several. */
  table?: string;
  by?: Group;
}

const NAME = 'Tên tập thể, cá nhân';
const FULL_NAME = 'Họ và tên';

export const LISTS: readonly List[] = [
  { name: 'register', path: '/lanh-dao/:code/:phase/so-quyet-dinh', column: NAME },
  { name: 'ranking', path: '/lanh-dao/:code/:phase', column: NAME, table: 'xep-hang' },
  {
    name: 'ranking of one pool',
    path: '/lanh-dao/:code/:phase?nhom=ca-nhan',
    column: NAME,
    table: 'xep-hang',
  },
  { name: 'sessions', path: '/hoi-dong', column: 'Phiên họp' },
  { name: 'agenda', path: '/hoi-dong/:session', column: 'Nội dung biểu quyết', table: 'chuong-trinh' },
  {
    name: 'attendance',
    path: '/hoi-dong/:session',
    list: 'thanh-phan',
    column: FULL_NAME,
    table: 'thanh-phan',
  },
  { name: 'accounts', path: '/quan-tri/tai-khoan', column: FULL_NAME },
  { name: 'accounts of a group', path: '/quan-tri/tai-khoan?nhom=council', column: FULL_NAME },
  { name: 'units', path: '/quan-tri/don-vi', column: 'Đơn vị' },
  { name: 'deadlines', path: '/van-phong/thoi-han/:code/:phase', column: 'Việc' },
  { name: 'allowances', path: '/van-phong/gui-muon/:code/:phase', column: 'Đơn vị', table: 'da-cho' },
  {
    name: 'returned',
    path: '/van-phong/gui-muon/:code/:phase',
    list: 'da-tra',
    column: NAME,
    table: 'da-tra',
  },
  { name: 'duplicates', path: '/van-phong/tep-trung/:code/:phase', column: 'Tệp' },
  { name: 'unit', path: '/don-vi', column: NAME, by: 'unit' },
  { name: 'results', path: '/phong-trao/:code/:phase/ket-qua', column: NAME },
  { name: 'results of one award', path: '/phong-trao/:code/:phase/ket-qua?hinhThuc=BK', column: NAME },
  { name: 'score sheets', path: '/hoi-dong/:session/cham-diem', column: NAME },
  { name: 'points of score sheets', path: '/hoi-dong/:session/cham-diem', list: 'diem', column: NAME },
  { name: 'versions of a plan', path: '/van-phong/ke-hoach/:code', column: 'Phiên bản' },
  { name: 'papers', path: '/van-phong/van-ban/:code/:phase', column: 'Văn bản' },
  { name: 'papers of nominations', path: '/van-phong/van-ban/:code/:phase/ho-so', column: 'Văn bản' },
  { name: 'phases to export', path: '/xuat-ho-so', column: 'Phong trào' },
  { name: 'exports', path: '/xuat-ho-so/:code/:phase', column: 'Nội dung xuất' },
  { name: 'confirmations of a phase', path: '/van-phong/xac-nhan', column: NAME },
  { name: 'answers awaited', path: '/van-phong/xac-nhan?ket-qua=asked', column: NAME },
  {
    name: 'confirmations',
    path: '/de-nghi/:nomination/dieu-kien',
    list: 'xac-nhan',
    column: 'Cơ quan',
    table: 'xn',
  },
];

/** Where a list stands in the world of the lists. */
export function addressOf(path: string, { session, nomination }: { session: string; nomination: string }) {
  return path
    .replace(':code', CAMPAIGN)
    .replace(':phase', 'GD1')
    .replace(':session', session)
    .replace(':nomination', nomination);
}
