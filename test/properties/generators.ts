import type fc from 'fast-check';
import type { Campaign } from '../../src/domain/campaign';
import type { Round } from '../../src/domain/nomination';
import { drawCampaign } from './generators/campaign';
import { drawn } from './generators/draw';
import { drawRound } from './generators/round';

export interface Case {
  campaign: Campaign;
  round: Round;
}

/** A random campaign with a random round of it, both as the readers of files would give them. */
export function cases(): fc.Arbitrary<Case> {
  return drawn((draw) => {
    const campaign = drawCampaign(draw);
    return { campaign, round: drawRound(draw, campaign) };
  });
}
