/** Words of two syllables that stand in the names of bodies, offices and campaigns. A line never ends inside one. */
const PAIRS = `
  thi đua, khen thưởng, hội đồng, thủ trưởng, giám đốc, chủ tịch, bí thư, chủ tọa, ủy ban, uỷ ban, nhân dân, văn phòng,
  đơn vị, cơ quan, tổ chức, trung tâm, chi cục, tổng cục, thanh tra, thành phố, doanh nghiệp, công ty, cổ phần, bệnh viện,
  đại học, khoa học, công nghệ, quản lý, chuyển đổi, tiêu chuẩn, đo lường, chất lượng, ứng dụng, tiến bộ, đổi mới, sáng tạo,
  kế hoạch, tài chính, hành chính, đầu tư, nội vụ, tư pháp, giáo dục, đào tạo, nông nghiệp, môi trường, xây dựng,
  công thương, văn hóa, thể thao, du lịch, dân tộc, tôn giáo, ngoại vụ, thông tin, truyền thông, lao động, y tế, xã hội,
  cán bộ, công chức, viên chức, tập thể, cá nhân, gia đình, đại diện, xác nhận, cấp trên, trực tiếp, thẩm định, báo cáo,
  thành tích, bằng khen, giấy khen, phong trào, giai đoạn, kết quả, đề nghị, đẩy mạnh, phát triển, hạ tầng, đồng bộ,
  hiện đại, thực hành, tiết kiệm, lãng phí, thực hiện, hưng yên, công sở, nhiệm vụ, phục vụ, sơ kết, tổng kết
`
  .trim()
  .split(/,\s+/);

const PAIR = new RegExp(String.raw`(?<!\p{L})(?:${PAIRS.join('|')})(?!\p{L})`, 'giu');
/** Only while lines are looked for: people search and copy plain spaces. */
const NO_BREAK = '\u00a0';

/** With no-break spaces inside the words of two syllables. */
export function keptTogether(text: string): string {
  return text.replace(PAIR, (pair) => pair.replace(' ', NO_BREAK));
}

/** With plain spaces again. */
export function plainSpaces(text: string): string {
  return text.replaceAll(NO_BREAK, ' ');
}
