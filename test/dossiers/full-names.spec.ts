import type { Award, Campaign } from '../../src/domain/campaign';
import { inProvince, unitName } from '../../src/features/dossiers/documents/full-names';
import { calledBy, presented } from '../../src/features/dossiers/documents/recipient';
import { loadCase } from './support/round';

const SO = { name: 'Sở Khoa học và Công nghệ', parent: 'UBND tỉnh Hưng Yên' };
const PHUONG = { name: 'Ủy ban nhân dân phường Uông Bí', parent: 'UBND tỉnh Quảng Ninh' };
const TINH = { name: 'Ủy ban nhân dân tỉnh Hưng Yên' };

describe('how a paper names people and units', () => {
  let campaign: Campaign;
  let [province, own]: Award[] = [];
  beforeAll(async () => {
    ({ campaign } = await loadCase('hung-yen'));
    [province, own] = campaign.awards;
  });
  const named = (organizer: Campaign['organizer'], unit: string, award = province) =>
    award && unitName({ ...campaign, organizer }, award)(unit);

  test.each([
    [SO, 'Phòng Quản lý Khoa học', 'Phòng Quản lý Khoa học, Sở Khoa học và Công nghệ tỉnh Hưng Yên'],
    [
      SO,
      'Trung tâm Ứng dụng Tiến bộ KH&CN',
      'Trung tâm Ứng dụng Tiến bộ KH&CN, Sở Khoa học và Công nghệ tỉnh Hưng Yên',
    ],
    [SO, 'Phòng Khoa học xã hội', 'Phòng Khoa học xã hội, Sở Khoa học và Công nghệ tỉnh Hưng Yên'],
    [SO, 'Văn phòng Sở', 'Văn phòng Sở Khoa học và Công nghệ tỉnh Hưng Yên'],
    [SO, 'Thanh tra Sở', 'Thanh tra Sở Khoa học và Công nghệ tỉnh Hưng Yên'],
    [SO, 'Công ty cổ phần Công nghệ Phố Hiến', 'Công ty cổ phần Công nghệ Phố Hiến'],
    [SO, 'Phòng Kỹ thuật, Công ty Phố Hiến', 'Phòng Kỹ thuật, Công ty Phố Hiến'],
    [SO, 'Trung tâm Phục vụ hành chính công tỉnh', 'Trung tâm Phục vụ hành chính công tỉnh'],
    [SO, 'Phòng Kinh tế xã Bãi Sậy', 'Phòng Kinh tế xã Bãi Sậy'],
    [SO, 'Văn phòng Sở Nội vụ', 'Văn phòng Sở Nội vụ'],
    [
      PHUONG,
      'Phòng Văn hóa - Xã hội',
      'Phòng Văn hóa - Xã hội, Ủy ban nhân dân phường Uông Bí, tỉnh Quảng Ninh',
    ],
    [TINH, 'Phòng Tổng hợp', 'Phòng Tổng hợp'],
  ])('%o: to the province, %s is %s', (organizer, unit, full) => {
    expect(named(organizer, unit)).toBe(full);
  });

  test('inside the house a unit is called as it is there', () => {
    expect(named(SO, 'Phòng Quản lý Khoa học', own)).toBe('Phòng Quản lý Khoa học');
  });

  test('a province is told once, and not where nobody names it', () => {
    const told = (organizer: Campaign['organizer']) => inProvince({ ...campaign, organizer }, organizer.name);
    expect(told({ name: 'Sở Y tế tỉnh Hưng Yên', parent: 'UBND tỉnh Hưng Yên' })).toBe(
      'Sở Y tế tỉnh Hưng Yên',
    );
    expect(told({ name: 'Sở Y tế' })).toBe('Sở Y tế');
  });

  test.each([
    ['Giám đốc Trung tâm', 'Trung tâm Ứng dụng', 'Ông An, Giám đốc Trung tâm Ứng dụng'],
    ['Phó Trưởng phòng', 'Phòng Quản lý Khoa học', 'Ông An, Phó Trưởng phòng Quản lý Khoa học'],
    ['Phó Chánh Thanh tra', 'Thanh tra Sở', 'Ông An, Phó Chánh Thanh tra Sở'],
    ['Chuyên viên', 'Văn phòng Sở', 'Ông An, Chuyên viên, Văn phòng Sở'],
    ['Văn thư', 'Văn phòng Sở', 'Ông An, Văn thư, Văn phòng Sở'],
    ['Trưởng phòng', 'Phòng', 'Ông An, Trưởng phòng, Phòng'],
    ['', 'Văn phòng Sở', 'Ông An, Văn phòng Sở'],
  ])('%s of %s: %s', (position, unit, words) => {
    expect(presented({ subject: 'individual', name: 'An', gender: 'male', unit, position })).toBe(words);
  });

  test('people are Ông or Bà, and Ông (Bà) while nobody has said which; collectives have their name alone', () => {
    const called = (gender?: 'male' | 'female') => calledBy({ subject: 'individual', name: 'An', gender });
    expect([called('male'), called('female'), called()]).toEqual(['Ông An', 'Bà An', 'Ông (Bà) An']);
    expect(calledBy({ subject: 'collective', name: 'Phòng A' })).toBe('Phòng A');
  });
});
