import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCampaign } from '../../src/features/campaigns/files/load-campaign';
import { loadRound } from '../../src/features/nominations/files/load-round';
import { differences } from '../golden/differences';
import { referenceEvaluate } from './reference';

const CASES = join(__dirname, '..', 'golden', 'cases');
const names = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('the reference', () => {
  it.each(names)('gives what the worked case %s expects', async (name) => {
    const expected: unknown = JSON.parse(readFileSync(join(CASES, name, 'expected.json'), 'utf8'));
    expect(differences(known(expected), await resultOf(join(CASES, name)))).toEqual([]);
  });
});

/** The rules alone: the lines and the reserve list are the engine's. */
function known(expected: unknown): unknown {
  return JSON.parse(
    JSON.stringify(expected, (key, value: unknown) =>
      ['lines', 'reserve', 'inputs', 'assumptions'].includes(key) ? undefined : value,
    ),
  );
}

async function resultOf(folder: string) {
  const { campaign, findings } = await loadCampaign(join(folder, 'campaign.yaml'));
  if (!campaign) throw new Error(`refused: ${JSON.stringify(findings)}`);
  const { round, findings: inRound } = await loadRound(join(folder, 'nominations.yaml'), campaign);
  if (!round) throw new Error(`refused: ${JSON.stringify(inRound)}`);
  const { pools, nominations } = referenceEvaluate(campaign, round);
  return {
    pools,
    nominations: Object.fromEntries(
      Object.entries(nominations).map(([code, { points: _points, total, ...rest }]) => [
        code,
        { ...rest, total: total === null ? null : decimal(total) },
      ]),
    ),
  };
}

/** Two decimals, by cutting the digits. */
function decimal(hundredths: number): string {
  const digits = String(hundredths < 0 ? -hundredths : hundredths).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
