import type { Campaign, LegalBasis, Organizer } from '../../src/domain/campaign';
import { groundLines } from '../../src/features/dossiers/documents/grounds';
import type { RoundData } from '../../src/features/dossiers/documents/round-data';
import type { DocumentKind } from '../../src/features/dossiers/papers/paper';
import { loadCase } from './support/round';
import { sampleSession } from './support/session';

const COMMITTEE = { name: 'Ủy ban nhân dân phường Uông Bí', parent: 'UBND tỉnh Quảng Ninh', symbol: 'UBND' };
const PROVINCE = { name: 'Ủy ban nhân dân tỉnh Hưng Yên', symbol: 'UBND' };
const POWER = 'quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của';

describe('the căn cứ of a paper', () => {
  let data: RoundData;
  beforeAll(async () => {
    data = await loadCase('hung-yen');
  });

  const lines = (kind: DocumentKind, change: Partial<Campaign> = {}): string[] =>
    groundLines({ ...data, campaign: { ...data.campaign, ...change } }, kind, data.round.date);
  const planned = (change: Partial<Campaign>) =>
    lines('submission', change).filter((line) => line.includes('Kế hoạch số ……/KH-'));

  test('name the plan by which the organizer carries out that of its superior, with blanks for its number and day', () => {
    expect(planned({})).toEqual([
      'Căn cứ Kế hoạch số ……/KH-SKHCN ngày …… tháng …… năm …… của Sở Khoa học và Công nghệ thực hiện phong trào thi đua ' +
        '“Đẩy mạnh phát triển hạ tầng đồng bộ, hiện đại; thực hành tiết kiệm, chống lãng phí”;',
    ]);
  });

  test.each<[string, Organizer | undefined, LegalBasis[]]>([
    ['the campaign cites it', undefined, [plan('24/KH-SKHCN', 'Sở Khoa học và Công nghệ')]],
    [
      'the head of the organizer has issued it',
      undefined,
      [plan('24/KH-SKHCN', 'Giám đốc Sở Khoa học và Công nghệ')],
    ],
    ['the committee is named in short', COMMITTEE, [plan('432/UBND-VX', 'UBND phường Uông Bí')]],
    ['there is no superior whose plan is carried out', PROVINCE, []],
  ])('name no second plan where %s', (_, organizer, legalBasis) => {
    expect(planned({ legalBasis, ...(organizer && { organizer }) })).toEqual([]);
  });

  test('say first, in a decision alone, what gives a Sở its power', () => {
    expect(lines('award-decision')[0]).toBe(
      `Căn cứ Quyết định số ……/QĐ-UBND ngày …… tháng …… năm …… của UBND tỉnh Hưng Yên ${POWER} Sở Khoa học và Công nghệ tỉnh Hưng Yên;`,
    );
    expect(lines('submission').join(' ')).not.toContain(POWER);
  });

  test.each([COMMITTEE, PROVINCE])('have no decision that sets up $name', (organizer) => {
    expect(lines('award-decision', { organizer }).join(' ')).not.toContain(POWER);
  });

  test('know the day of the meeting from the session, and from its minutes where those have a day of their own', () => {
    const cited = (of: RoundData) => groundLines(of, 'submission', of.round.date).at(-1);
    const held = { ...data, sessions: [{ ...sampleSession(), number: 1 }, sampleSession()] };
    expect(cited(held)).toMatch(
      /^Căn cứ Biên bản họp xét khen thưởng ngày 05 tháng 12 năm 2025 của Hội đồng/,
    );
    const issueOf: RoundData['papers']['issueOf'] = (kind, subject) => ({
      number: null,
      day: kind === 'minutes' && subject === '2' ? '2025-12-06' : null,
      signer: null,
    });
    expect(cited({ ...held, papers: { ...data.papers, issueOf } })).toContain('ngày 06 tháng 12 năm 2025');
    expect(cited(data)).toContain('ngày      tháng      năm 2025');
  });
});

function plan(number: string, issuer: string): LegalBasis {
  return { number, issuer, title: 'Kế hoạch thực hiện phong trào thi đua' };
}
