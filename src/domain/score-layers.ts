import type { Campaign, CriteriaSet, Hundredths, Layer } from './campaign';
import type { Scored } from './criteria';
import type { Nomination } from './nomination';
import type { ScoreLine } from './score-line';
import { type ScoringContext, scoringContext } from './scoring-context';
import { score, scoreLines } from './scoring';

export const LAYERS = ['self', 'appraisal', 'council'] as const satisfies readonly Layer[];

/** What one layer gives, by the same rules as the official score. */
export interface LayerScore {
  lines: Map<string, ScoreLine>;
  /** Null where the layer is not filled in completely. */
  total: Hundredths | null;
}

export type LayerScores = Record<Layer, LayerScore>;

/** Scores nominations of one pool in each layer; the pool is looked at once. */
export function layerScorer(
  { scoring }: Pick<Campaign, 'scoring'>,
  set: CriteriaSet,
  pool: readonly Scored[],
): (nomination: Nomination) => LayerScores {
  const contexts = LAYERS.map((official) => scoringContext({ scoring: { ...scoring, official } }, set, pool));
  return (nomination) => {
    const [self, appraisal, council] = contexts.map((context, at) =>
      hasLayer(nomination, LAYERS[at]) ? scored(context, nomination) : EMPTY,
    );
    return { self: self ?? EMPTY, appraisal: appraisal ?? EMPTY, council: council ?? EMPTY };
  };
}

const EMPTY: LayerScore = { lines: new Map(), total: null };

function hasLayer({ scores }: Nomination, layer: Layer | undefined): boolean {
  return layer === 'council'
    ? (scores.council?.length ?? 0) > 0
    : layer !== undefined && scores[layer] !== undefined;
}

function scored(context: ScoringContext, nomination: Nomination): LayerScore {
  return {
    lines: new Map(scoreLines(context, nomination).map((line) => [line.criterion, line])),
    total: score(context, nomination).total,
  };
}
