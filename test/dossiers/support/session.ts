import type { SessionData, SessionItem } from '../../../src/features/dossiers/documents/session-data';

const MEMBERS = ['Trần Văn Bảo', 'Lê Thị Cúc', 'Phạm Minh Dũng', 'Vũ Thị Hà', 'Đỗ Quang Minh'];

/** A closed session of five members, one absent and one in writing: an award passed, one not, an annulled vote and a run-off. */
export function sampleSession(): SessionData {
  return {
    number: 2,
    title: 'Họp xét khen thưởng giai đoạn 2022-2025',
    place: 'Phòng họp tầng 2, Sở Khoa học và Công nghệ',
    startsAt: '2025-12-05T01:00:00.000Z',
    openedAt: '2025-12-05T01:07:00.000Z',
    closedAt: '2025-12-05T03:40:00.000Z',
    state: 'closed',
    chair: 'Trần Văn Bảo',
    secretary: 'Bùi Thu Nga',
    members: MEMBERS.map((name, at) => ({
      name,
      role: at === 0 ? 'chair' : 'member',
      attendance: at === 1 ? 'written' : at === 2 ? 'absent' : 'present',
      reason: at === 2 ? 'đi công tác theo Quyết định cử của Giám đốc Sở' : '',
    })),
    attendance: { members: 5, present: 3, written: 1 },
    items: [
      voted('BK', 'TT-01', 'Phòng Quản lý Khoa học', { yes: 4, no: 0, abstain: 0 }),
      voted('BK', 'CN-02', 'Trần Đức Bình', { yes: 2, no: 1, abstain: 1 }),
      {
        ...voted('GK', 'CN-02', 'Trần Đức Bình', { yes: 4, no: 0, abstain: 0 }),
        reason: 'một thành viên ra về sớm',
      },
      {
        ...voted('GK', 'CN-09', 'Lê Thu Đào', {}),
        state: 'annulled',
        reason: 'phiếu phát ra thiếu chữ ký',
        count: null,
      },
      {
        ...voted('BK', 'CN-03', 'Lê Thu Đào', { 'CN-03': 3, 'CN-02': 1, abstain: 0 }),
        nominees: [nominee('CN-02', 'Trần Đức Bình'), nominee('CN-03', 'Lê Thu Đào')],
        runOff: { places: 1, together: true },
        count: {
          attendance: { members: 5, present: 3, written: 1 },
          eligible: 4,
          voted: 4,
          tally: { 'CN-02': 1, 'CN-03': 3, abstain: 0 },
          groups: [['CN-03'], ['CN-02']],
        },
      },
    ],
    resolutions: [],
  };
}

/** So many nominees of long names, each voted on for one award. */
export function crowdedSession(size: number): SessionData {
  const items = Array.from({ length: size }, (_, at) =>
    voted('GK', `CN-${at + 1}`, `Công Tằng Tôn Nữ Người thứ ${at + 1}`, {
      yes: 4 - (at % 3),
      no: at % 3,
      abstain: 0,
    }),
  );
  const members = Array.from({ length: 31 }, (_, at) => ({
    name: `Nguyễn Phước Bảo Quốc Thành viên ${at + 1}`,
    role: at === 0 ? ('chair' as const) : ('member' as const),
    attendance: 'present' as const,
    reason: '',
  }));
  return { ...sampleSession(), members, items, attendance: { members: 31, present: 31, written: 0 } };
}

function nominee(code: string, name: string): SessionItem['nominees'][number] {
  const unit = 'Phòng Quản lý Công nghệ và Thị trường công nghệ';
  return code.startsWith('TT')
    ? { code, name, unit: name, subject: 'collective' }
    : { code, name, unit, subject: 'individual' };
}

function voted(award: string, code: string, name: string, tally: Record<string, number>): SessionItem {
  return {
    award,
    nominees: [nominee(code, name)],
    runOff: null,
    method: 'secret',
    state: 'closed',
    reason: '',
    count: { attendance: { members: 5, present: 3, written: 1 }, eligible: 4, voted: 4, tally, groups: [] },
  };
}
