import { oneLine } from './printable';

/** `III.4.a`, `3.2`: where a plan counts its own parts. */
const PART_OF_PLAN = /^(?:[IVXL]+|\d+)(?:\.[\p{L}\p{N}]+)*$/u;
const NAMED_PART = /^(?:mục|khoản|điểm|phần|điều)\s+[\p{L}\p{N}.]+/iu;
/** `NĐ 152/2025/NĐ-CP Điều 4.6`, `Luật Thi đua, khen thưởng, Điều 5 khoản 2 điểm d`. */
const ARTICLE =
  /^(?<law>(?:(?!Điều ).)+?),? +Điều +(?<article>\d+)(?:(?:\.|,? +khoản +)(?<clause>\d+))?(?:(?:\.|,? +điểm +)(?<point>\p{L}))?$/u;

/**
 * A provision as offices cite it, the smallest part first: `NĐ 152/2025/NĐ-CP Điều 4.6` → `khoản 6 Điều 4 Nghị định số
 * 152/2025/NĐ-CP`; a part of the plan: `III.4.a` → `mục III.4.a`. What is neither stays as it is.
 */
export function provisionWords(source: string): string {
  const text = oneLine(source);
  if (PART_OF_PLAN.test(text)) return `mục ${text}`;
  const { law, article, clause, point } = ARTICLE.exec(text)?.groups ?? {};
  if (law === undefined) return text;
  const parts = [point && `điểm ${point}`, clause && `khoản ${clause}`, `Điều ${article}`, lawName(law)];
  return parts.filter(Boolean).join(' ');
}

/** Whether a source names a part and no instrument: then it is that of the plan itself. */
export function isPartOfPlan(source: string): boolean {
  const words = provisionWords(source);
  return NAMED_PART.test(words) && !/(luật|nghị định|thông tư|quyết định|kế hoạch|chỉ thị|\/)/iu.test(words);
}

function lawName(law: string): string {
  return law.replace(/^NĐ (?:số )?/u, 'Nghị định số ').replace(/^Luật (?=\d)/u, 'Luật số ');
}
