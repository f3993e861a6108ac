import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Campaign } from '../../../src/domain/campaign';
import { evaluate } from '../../../src/domain/evaluation';
import type { Nomination, Round } from '../../../src/domain/nomination';
import { loadCampaign } from '../../../src/features/campaigns/files/load-campaign';
import { loadRound } from '../../../src/features/nominations/files/load-round';
import { blankPapers } from '../../../src/features/dossiers/papers/paper';
import type { RoundData } from '../../../src/features/dossiers/documents/round-documents';

const CASES = join(__dirname, '../../golden/cases');

/** A worked case, checked and evaluated. */
export async function loadCase(name: string): Promise<RoundData> {
  const { campaign } = await loadCampaign(join(CASES, name, 'campaign.yaml'));
  if (!campaign) throw new Error(`the campaign of ${name} is refused`);
  const { round } = await loadRound(join(CASES, name, 'nominations.yaml'), campaign);
  if (!round) throw new Error(`the nominations of ${name} are refused`);
  return evaluated(campaign, round);
}

export function evaluated(campaign: Campaign, round: Round): RoundData {
  return {
    campaign,
    round,
    evaluation: evaluate(campaign, round),
    papers: blankPapers(round.date),
    engine: 'thidua/test',
  };
}

/** The same round with each nomination changed. */
export function withNominations(data: RoundData, change: (one: Nomination) => Nomination): RoundData {
  return evaluated(data.campaign, { ...data.round, nominations: data.round.nominations.map(change) });
}

export function firstNomination({ round }: RoundData): Nomination {
  const [first] = round.nominations;
  if (!first) throw new Error('a round without nominations');
  return first;
}

/** A folder of its own for one test file. */
export async function scratchFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'thidua-dossiers-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
