import type { Campaign, Criterion } from '../../../domain/campaign';
import type { Evaluation } from '../../../domain/evaluation';
import { explainOutcome } from '../../../domain/explanation';
import type { Round } from '../../../domain/nomination';
import type { ScoreLine } from '../../../domain/score-line';
import { lineText, outcomeText } from '../../awards/outcome.view';
import { oneLine } from '../../../platform/text/printable';

/** For each award, highest first, what became of the nomination, in words. */
export function awardOutcomes(
  campaign: Campaign,
  round: Round,
  evaluation: Evaluation,
  nomination: string,
): string[] {
  return campaign.awards
    .toSorted((a, b) => a.tier - b.tier)
    .map(({ code, name }) => {
      const outcome = outcomeText(explainOutcome(campaign, round, evaluation, nomination, code));
      return `${oneLine(name)}: ${oneLine(outcome)}`;
    });
}

/** Why a line has its points, in words. */
export function lineWords(line: ScoreLine, criterion: Criterion): string {
  return oneLine(lineText(line, criterion));
}
