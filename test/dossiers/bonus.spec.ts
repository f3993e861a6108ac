import { join } from 'node:path';
import type { Campaign } from '../../src/domain/campaign';
import { evaluate } from '../../src/domain/evaluation';
import type { Round } from '../../src/domain/nomination';
import { loadCampaign } from '../../src/features/campaigns/files/load-campaign';
import { awardRound } from '../../src/features/dossiers/documents/award-round';
import { bonusWords } from '../../src/features/dossiers/documents/bonus.view';
import { loadRound } from '../../src/features/nominations/files/load-round';

const CASE = join(__dirname, '../golden/cases/hung-yen');

describe('the money that goes with an award', () => {
  let campaign: Campaign;
  let round: Round;
  beforeAll(async () => {
    campaign = (await loadCampaign(join(CASE, 'campaign.yaml'))).campaign!;
    round = (await loadRound(join(CASE, 'nominations.yaml'), campaign)).round!;
  });

  const words = (award: string, date: string) => {
    const found = campaign.awards.find(({ code }) => code === award)!;
    const dated = { ...round, date };
    return bonusWords(awardRound(campaign, evaluate(campaign, dated), found), dated);
  };

  it('is stated by kind and in all, by the base salary of the day', () => {
    expect(words('BK', '2025-12-20')).toBe(
      'Mức tiền thưởng kèm theo hình thức khen thưởng (theo Điều 54 Nghị định số 152/2025/NĐ-CP; mức lương cơ sở 2.340.000 đồng): ' +
        'mỗi tập thể 3,0 lần mức lương cơ sở, là 7.020.000 đồng; mỗi cá nhân 1,5 lần mức lương cơ sở, là 3.510.000 đồng. ' +
        'Tổng số tiền thưởng: 21.060.000 đồng.',
    );
  });

  it('shows the sum before it is rounded up', () => {
    expect(words('GK', '2026-07-01')).toContain(
      'mỗi cá nhân 0,3 lần mức lương cơ sở, là 760.000 đồng (tính ra 759.000 đồng, làm tròn lên 10.000 đồng)',
    );
  });

  it('is left to people for a day whose base salary is not known', () => {
    expect(words('BK', '2020-01-01')).toBeNull();
  });
});
