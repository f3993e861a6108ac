import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatFinding } from '../../src/features/campaigns/files/located-finding';
import { loadCampaign } from '../../src/features/campaigns/files/load-campaign';

const GUIDE = join(__dirname, '../../docs/huong-dan-van-phong.md');

describe('the guide for the office', () => {
  it('builds up a campaign file, piece by piece, that is accepted without a finding', async () => {
    const pieces = [...(await readFile(GUIDE, 'utf8')).matchAll(/^```yaml\n(.*?)^```$/gms)].map(
      ([, text]) => text,
    );
    expect(pieces).toHaveLength(6);
    const folder = await mkdtemp(join(tmpdir(), 'guide-'));
    try {
      await writeFile(join(folder, 'campaign.yaml'), pieces.join(''));
      const { campaign, findings } = await loadCampaign(join(folder, 'campaign.yaml'));
      expect(findings.map(formatFinding)).toEqual([]);
      expect(campaign?.awards.map(({ code }) => code)).toEqual(['BK']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('explains every outcome that a result can hold', async () => {
    const guide = await readFile(GUIDE, 'utf8');
    const messages = JSON.parse(
      await readFile(join(__dirname, '../../src/platform/messages/vi.json'), 'utf8'),
    ) as Record<string, string>;
    const outcomes = Object.keys(messages).flatMap((key) => /^outcome\.([a-z-]+)$/.exec(key)?.[1] ?? []);
    expect(outcomes.length).toBeGreaterThan(15);
    const inTable = (outcome: string) =>
      guide.includes(outcome === 'gate' ? '| `gate:MÃ` |' : `| \`${outcome}\` |`);
    expect(outcomes.filter((outcome) => !inTable(outcome))).toEqual([]);
  });
});
