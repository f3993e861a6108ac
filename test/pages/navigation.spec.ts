import type { Actor, Group } from '../../src/domain/access';
import { navigationFor } from '../../src/features/first-page/navigation';

const ANYBODY = { id: '1', kind: 'person', name: 'Nguyễn Văn An', unitId: null, headsUnit: false } as const;

function currentFor(group: Group, path: string): string[] {
  const actor: Actor = { ...ANYBODY, groups: [group] };
  return navigationFor(actor, path).flatMap(({ label, current }) => (current ? [label] : []));
}

describe('the menu', () => {
  it.each<[Group, string]>([
    ['unit', 'Đề nghị của đơn vị'],
    ['office', 'Văn phòng'],
    ['council', 'Hội đồng'],
    ['leadership', 'Xếp hạng, quyết định'],
  ])('marks the desk from which a person of the group %s reads a nomination', (group, label) => {
    expect(currentFor(group, '/de-nghi/1/minh-chung')).toEqual([label]);
  });

  it('marks the door that an address is behind, the longest first', () => {
    expect(currentFor('office', '/')).toEqual(['Việc cần làm']);
    expect(currentFor('office', '/van-phong/ban-ky/x/y/notice/1')).toEqual(['Văn bản']);
    expect(currentFor('office', '/thong-bao')).toEqual([]);
  });
});
