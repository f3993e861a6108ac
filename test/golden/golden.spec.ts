import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCampaign } from '../../src/features/campaigns/files/load-campaign';
import { loadRound } from '../../src/features/nominations/files/load-round';
import { evaluate } from '../../src/domain/evaluation';
import { resultJson } from '../../src/features/awards/result.view';
import { differences } from './differences';

const CASES = join(__dirname, 'cases');
const cases = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** A case is a folder with campaign.yaml, nominations.yaml (its comment is the computation by hand) and expected.json. */
describe('the worked cases', () => {
  it('are there to be read', () => {
    expect(cases.length).toBeGreaterThanOrEqual(3);
  });

  it.each(cases)('%s gives every value that its expected.json holds', async (name) => {
    const expected: unknown = JSON.parse(readFileSync(join(CASES, name, 'expected.json'), 'utf8'));
    const actual: unknown = JSON.parse(await resultOf(join(CASES, name)));
    expect(differences(expected, actual)).toEqual([]);
  });
});

async function resultOf(folder: string): Promise<string> {
  const { campaign, findings } = await loadCampaign(join(folder, 'campaign.yaml'));
  if (!campaign) throw new Error(`refused: ${JSON.stringify(findings)}`);
  const { round, findings: inRound } = await loadRound(join(folder, 'nominations.yaml'), campaign);
  if (!round) throw new Error(`refused: ${JSON.stringify(inRound)}`);
  return resultJson(campaign, round, evaluate(campaign, round), 'golden');
}
