import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eligibilityChecks } from '../../src/domain/eligibility-checks';
import { judge } from '../../src/domain/eligibility';
import { evaluate } from '../../src/domain/evaluation';
import { loadCampaign } from '../../src/features/campaigns/files/load-campaign';
import { loadRound } from '../../src/features/nominations/files/load-round';

const CASES = join(__dirname, '../golden/cases');
const cases = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** `code award` → what `judge` says, and the requirements that are not met. */
async function judged(name: string) {
  const { campaign } = await loadCampaign(join(CASES, name, 'campaign.yaml'));
  if (!campaign) throw new Error(`no campaign in ${name}`);
  const { round } = await loadRound(join(CASES, name, 'nominations.yaml'), campaign);
  if (!round) throw new Error(`no round in ${name}`);
  const results = [...evaluate(campaign, round).nominations.values()];
  return results.flatMap(({ nomination, score, criteriaSet }) => {
    const set = campaign.criteriaSets.find(({ code }) => code === criteriaSet);
    if (!set) throw new Error(`no set ${criteriaSet}`);
    return campaign.awards.map((award) => ({
      at: `${nomination.code} ${award.code}`,
      verdict: judge(award, set, nomination, score, round),
      unmet: eligibilityChecks(award, set, nomination, score, round).filter(
        (check) => check.verdict !== null,
      ),
    }));
  });
}

describe('the list of requirements', () => {
  it.each(cases)('says first what the rules say, in every nomination of %s', async (name) => {
    const all = await judged(name);
    expect(all.map(({ at, unmet }) => [at, unmet[0]?.verdict ?? null])).toEqual(
      all.map(({ at, verdict }) => [at, verdict]),
    );
  });

  it('goes on to name what else is not met, with its article', async () => {
    const all = (await Promise.all(cases.map(judged))).flat();
    expect(all.length).toBeGreaterThan(100);
    expect(all.some(({ unmet }) => unmet.length > 1)).toBe(true);
    const held = all.flatMap(({ unmet }) => unmet).find(({ verdict }) => verdict === 'hold');
    expect(held).toEqual({
      kind: 'pending',
      verdict: 'hold',
      article: 'khoản 4 Điều 4 Nghị định số 152/2025/NĐ-CP',
    });
  });
});
