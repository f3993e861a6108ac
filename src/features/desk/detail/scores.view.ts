import { type Actor, mayOn } from '../../../domain/access';
import type { Criterion } from '../../../domain/campaign';
import type { ScoreLine } from '../../../domain/score-line';
import { type LayerScore, layerScorer } from '../../../domain/score-layers';
import { message } from '../../../platform/messages/message';
import { provisionWords } from '../../../platform/text/provision';
import { pointsInWords } from '../../awards/fact-words';
import { lineText } from '../../awards/outcome.view';
import { nominationOf } from '../../nominations/nomination.rows';
import { seesAll } from '../../nominations/seen-state';
import type { Case } from './case.queries';
import { criterionTitle } from '../../campaigns/criterion-label';

interface ScoreCell {
  points: string;
  because: string;
}

interface ScoreRow {
  title: string;
  source: string | null;
  max: string;
  self: ScoreCell;
  /** Null where the reader may not see the appraisal, or there is none. */
  appraisal: ScoreCell | null;
  differs: boolean;
  /** Why they differ, in the office's words. */
  reason: string | null;
}

interface ScoresView {
  rows: ScoreRow[];
  max: string;
  self: string;
  appraisal: string | null;
}

/** Every criterion with what the unit gave itself and why, and beside it the appraisal for whoever may read it. */
export function scoresView(actor: Actor, file: Case): ScoresView {
  const { rows, open, set, pool } = file;
  const nomination = nominationOf(rows);
  const scores = layerScorer(open.campaign, set, [...pool, nomination])(nomination);
  const withAppraisal =
    mayOn(actor, 'score.read', rows.nomination) && nomination.scores.appraisal !== undefined;
  const known = { hidesBest: !seesAll(actor) };
  return {
    rows: set.criteria.map((criterion) =>
      rowOf(criterion, scores, { ...known, withAppraisal, reasons: file.reasons }),
    ),
    max: pointsInWords(
      set.criteria.filter(({ role }) => role === 'base').reduce((sum, { max }) => sum + max, 0),
    ),
    self: totalOf(scores.self, file, known),
    appraisal: withAppraisal ? totalOf(scores.appraisal, file, known) : null,
  };
}

interface Known {
  /** Whether the best of the pool, and so everything made from it, is not for this reader. */
  hidesBest: boolean;
}

function rowOf(
  criterion: Criterion,
  { self, appraisal }: { self: LayerScore; appraisal: LayerScore },
  { withAppraisal, reasons, ...known }: Known & { withAppraisal: boolean; reasons: Case['reasons'] },
): ScoreRow {
  const [own, judged] = [self.lines.get(criterion.code), appraisal.lines.get(criterion.code)];
  return {
    title: criterionTitle(criterion),
    source: criterion.source ? provisionWords(criterion.source) : null,
    max: criterion.role === 'gate' ? message('case.gate') : pointsInWords(criterion.max),
    self: cellOf(own, criterion, known),
    appraisal: withAppraisal ? cellOf(judged, criterion, known) : null,
    differs: withAppraisal && (own?.points !== judged?.points || own?.because !== judged?.because),
    reason: withAppraisal ? (reasons.get(criterion.code) ?? null) : null,
  };
}

export function cellOf(line: ScoreLine | undefined, criterion: Criterion, { hidesBest }: Known): ScoreCell {
  if (line === undefined) return { points: '–', because: message('line.missing') };
  if (criterion.rule.kind === 'relative' && hidesBest && line.because === 'entered')
    return { points: '–', because: message('case.relative', { value: valueText(line) }) };
  return { points: pointsText(line, criterion), because: lineText(line, criterion) };
}

function pointsText({ points, because }: ScoreLine, { role }: Criterion): string {
  if (role === 'gate') return message(because === 'missing' ? 'case.gate.missing' : `case.${because}`);
  return points === null ? '–' : pointsInWords(points);
}

function valueText({ entry }: ScoreLine): string {
  return typeof entry === 'number' ? pointsInWords(entry) : '';
}

function totalOf({ total }: LayerScore, { set }: Case, { hidesBest }: Known): string {
  const secret = hidesBest && set.criteria.some(({ rule }) => rule.kind === 'relative');
  return total === null || secret ? '–' : pointsInWords(total);
}
