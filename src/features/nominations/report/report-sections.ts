import type { Subject } from '../../../domain/campaign';

/** One thing that a báo cáo thành tích asks for; the key is that of `report` in the nominations file. */
export interface SectionField {
  key: string;
  heading: string;
}

/**
 * Headings follow the report forms of NĐ 152/2025/NĐ-CP (tập thể, cá nhân) and of NĐ 98/2023/NĐ-CP before it, which
 * ask for the same. A household reports as a collective does.
 */
const COLLECTIVE_PROFILE: readonly SectionField[] = [
  { key: 'office', heading: 'Trụ sở chính, điện thoại, địa chỉ trang tin điện tử' },
  { key: 'established', heading: 'Quá trình thành lập và phát triển' },
  { key: 'structure', heading: 'Cơ cấu tổ chức, cơ sở vật chất' },
  { key: 'staff', heading: 'Tổng số công chức, viên chức, người lao động' },
  { key: 'functions', heading: 'Chức năng, nhiệm vụ được giao' },
];

const HOUSEHOLD_PROFILE: readonly SectionField[] = [
  { key: 'head', heading: 'Chủ hộ' },
  { key: 'residence', heading: 'Nơi thường trú' },
  { key: 'staff', heading: 'Số thành viên' },
  { key: 'occupation', heading: 'Ngành nghề, lĩnh vực hoạt động' },
];

const INDIVIDUAL_PROFILE: readonly SectionField[] = [
  { key: 'name', heading: 'Họ và tên' },
  { key: 'birth', heading: 'Ngày, tháng, năm sinh' },
  { key: 'gender', heading: 'Giới tính' },
  { key: 'hometown', heading: 'Quê quán' },
  { key: 'residence', heading: 'Nơi thường trú' },
  { key: 'unit', heading: 'Đơn vị công tác' },
  { key: 'position', heading: 'Chức vụ, nhiệm vụ được giao' },
  { key: 'qualification', heading: 'Trình độ chuyên môn, nghiệp vụ' },
];

export const PROFILE: Record<Subject, readonly SectionField[]> = {
  collective: COLLECTIVE_PROFILE,
  household: HOUSEHOLD_PROFILE,
  individual: INDIVIDUAL_PROFILE,
};

/** What a row of `achievements` may say beside its `criterion` and `text`. */
export const ACHIEVEMENT: ReadonlyMap<string, string> = new Map([
  ['measure', 'Cách làm, giải pháp'],
  ['before', 'Trước khi thực hiện'],
  ['after', 'Sau khi thực hiện'],
  ['spread', 'Khả năng nhân rộng'],
]);

/** What a row of `achievements` is called by that names no criterion of the set. */
export const CRITERION = 'Tiêu chí';

/** What follows the criteria in part II. */
export const NARRATIVE: readonly SectionField[] = [
  { key: 'measures', heading: 'Các biện pháp, nguyên nhân đạt được thành tích' },
  { key: 'partyLine', heading: 'Việc thực hiện chủ trương của Đảng, chính sách, pháp luật của Nhà nước' },
  { key: 'organisations', heading: 'Hoạt động của tổ chức đảng, đoàn thể' },
];

/** Objects whose members count as if they stood in `report` itself. */
export const PROFILE_GROUPS: readonly string[] = ['overview', 'biography'];

/** Keys with a place of their own in the report. */
export const PLACED_KEYS: readonly string[] = ['summary', 'achievements', 'history', 'superior'];
