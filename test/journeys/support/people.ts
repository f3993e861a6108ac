import type { Who } from '../../support/start-app';

export const UNIT = 'Phòng Kế hoạch – Tài chính';
export const OTHER_UNIT = 'Trung tâm Ứng dụng tiến bộ';

export const ADMINISTRATOR: Who = {
  username: 'quan-tri',
  name: 'Đinh Thị Hạnh',
  groups: ['administrator'],
};
export const OFFICE: Who = { username: 'van-phong', name: 'Hoàng Văn Phúc', groups: ['office'] };
export const UNIT_CLERK: Who = {
  username: 'an.nv',
  name: 'Nguyễn Văn An',
  groups: ['unit'],
  unit: UNIT,
};
export const OTHER_CLERK: Who = {
  username: 'binh.lt',
  name: 'Lê Thị Bình',
  groups: ['unit'],
  unit: OTHER_UNIT,
};
export const HEAD: Who = {
  username: 'bao.tv',
  name: 'Trần Văn Bảo',
  groups: ['council'],
  unit: UNIT,
  headsUnit: true,
};
export const MEMBERS: readonly Who[] = [
  { username: 'cuc.lt', name: 'Lê Thị Cúc', groups: ['council'] },
  { username: 'dung.pm', name: 'Phạm Minh Dũng', groups: ['council'] },
  { username: 'ha.vt', name: 'Vũ Thị Hà', groups: ['council'] },
];
export const DIRECTOR: Who = { username: 'giam-doc', name: 'Trần Tùng Chuẩn', groups: ['leadership'] };
export const DEPUTY: Who = { username: 'pho-giam-doc', name: 'Mai Thu Lan', groups: ['leadership'] };
