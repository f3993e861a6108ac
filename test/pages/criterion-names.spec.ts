import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isPlanMark } from '../../src/domain/criterion-name';
import { acceptedCampaign } from '../../src/features/campaigns/definition';
import {
  criteriaInSentence,
  criterionHeading,
  criterionLabel,
  criterionTitle,
} from '../../src/features/campaigns/criterion-label';

const PLANS = join(__dirname, '../../seeds/campaigns');
const marked = { code: 'a', text: 'số sáng kiến', role: 'base' } as const;
const unmarked = { code: 'hieu-qua', text: 'có hiệu quả thiết thực', role: 'base' } as const;

describe('a criterion on the pages', () => {
  it('is called by the mark that the plan gives it, and a condition is called a condition', () => {
    expect(criterionLabel(marked)).toBe('Tiêu chí a');
    expect(criterionLabel({ ...marked, role: 'gate' })).toBe('Điều kiện a');
    expect(criterionTitle(marked)).toBe('Tiêu chí a: số sáng kiến');
    expect(criterionHeading(marked)).toEqual({ heading: 'Tiêu chí a', text: 'Số sáng kiến' });
  });

  it('is called by its text where its code is for files alone', () => {
    expect(criterionLabel(unmarked)).toBe('Có hiệu quả thiết thực');
    expect(criterionTitle(unmarked)).toBe('Có hiệu quả thiết thực');
    expect(criterionHeading(unmarked)).toEqual({ heading: 'Có hiệu quả thiết thực', text: '' });
  });

  it.each(readdirSync(PLANS))('of %s never bears a code that no plan knows', (file) => {
    const { campaign } = acceptedCampaign(readFileSync(join(PLANS, file), 'utf8'));
    for (const set of campaign.criteriaSets)
      for (const criterion of set.criteria.filter(({ code }) => !isPlanMark(code))) {
        const said = [criterionTitle(criterion), criteriaInSentence(set, [criterion.code])];
        expect(said.filter((text) => text.includes(criterion.code))).toEqual([]);
      }
  });
});
