import { campaign, largeRound } from './large-round.mjs';

const SENTENCE =
  'Trong giai đoạn đã chủ động tham mưu, phối hợp với các đơn vị liên quan tổ chức thực hiện nhiệm vụ được giao, rút ngắn ' +
  'thời gian giải quyết, tiết kiệm chi phí và được người dân, doanh nghiệp ghi nhận. ';

/** A round whose nominations each fill a dossier of about seven pages, and no award, so that only they are printed. */
export function longRound(size) {
  const round = largeRound(size);
  const criteria = campaign.criteriaSets[0].criteria;
  for (const nomination of round.nominations) {
    nomination.report = {
      summary: SENTENCE.repeat(4),
      achievements: criteria.map(({ code }, at) => ({ criterion: code, text: SENTENCE.repeat(5 + at) })),
      measures: SENTENCE.repeat(5),
      partyLine: SENTENCE.repeat(4),
      history: [2022, 2023, 2024].map((year) => ({
        year: String(year),
        form: 'Giấy khen',
        decision: `45/QĐ-SKHCN ngày 10/01/${year}`,
        issuer: 'Giám đốc Sở',
      })),
    };
  }
  return { campaign: { ...campaign, awards: [] }, round };
}
