import { isPartOfPlan, provisionWords } from '../../src/platform/text/provision';

describe('a provision is cited as offices do, the smallest part first', () => {
  it.each([
    ['NĐ 152/2025/NĐ-CP Điều 54', 'Điều 54 Nghị định số 152/2025/NĐ-CP'],
    ['NĐ 152/2025/NĐ-CP Điều 4.6', 'khoản 6 Điều 4 Nghị định số 152/2025/NĐ-CP'],
    ['Nghị định số 152/2025/NĐ-CP, Điều 4 khoản 4', 'khoản 4 Điều 4 Nghị định số 152/2025/NĐ-CP'],
    ['Luật Thi đua, khen thưởng, Điều 5.2.d', 'điểm d khoản 2 Điều 5 Luật Thi đua, khen thưởng'],
    ['Luật 06/2022/QH15 Điều 75.1.c', 'điểm c khoản 1 Điều 75 Luật số 06/2022/QH15'],
    ['khoản 6 Điều 4 Nghị định số 152/2025/NĐ-CP', 'khoản 6 Điều 4 Nghị định số 152/2025/NĐ-CP'],
    ['Luật 06/2022/QH15 Điều 75.1.c và Điều 80.1', 'Luật 06/2022/QH15 Điều 75.1.c và Điều 80.1'],
    ['III.4.a', 'mục III.4.a'],
    ['2', 'mục 2'],
    ['Khoản 4', 'Khoản 4'],
    ['Thông lệ của Sở', 'Thông lệ của Sở'],
  ])('%s', (source, words) => {
    expect(provisionWords(source)).toBe(words);
  });

  it.each([
    ['III.3.1.đ', true],
    ['Mục 2, gạch đầu dòng thứ 3', true],
    ['Khoản 4', true],
    ['Mục IV.2 Kế hoạch số 38/KH-UBND', false],
    ['Điều 54 Nghị định số 152/2025/NĐ-CP', false],
    ['Thông lệ của Sở', false],
  ])('%s is a part of the plan itself: %s', (source, isPart) => {
    expect(isPartOfPlan(source)).toBe(isPart);
  });
});
