import type { Criterion } from '../../domain/campaign';
import type { Explanation } from '../../domain/explanation';
import type { Entry } from '../../domain/nomination';
import type { ScoreLine } from '../../domain/score-line';
import { message } from '../../platform/messages/message';
import { isPartOfPlan, provisionWords } from '../../platform/text/provision';
import { factsInWords, numberInWords, pointsInWords } from './fact-words';

/** Why a nomination has or has not an award, as a sentence that can stand in a letter, with its article. `key` is that of another wording. */
export function outcomeText({ sentence, params, article }: Explanation, key = `outcome.${sentence}`): string {
  // What a file says at the end of a sentence may have brought its own full stop.
  const text = message(key, factsInWords(params)).replace(/[.;,\s]+\.$/, '.');
  return article === undefined ? text : `${text.replace(/\.$/, '')}, ${cited(article)}.`;
}

/** `theo khoản 4 Điều 4 Nghị định số 152/2025/NĐ-CP`. */
function cited(article: string): string {
  const key = isPartOfPlan(article) ? 'reason.cited.plan' : 'reason.cited';
  return message(key, { article: provisionWords(article) });
}

/** Why a criterion has its points, as a sentence. */
export function lineText(line: ScoreLine, criterion: Criterion): string {
  const figures = { points: pointsInWords(line.points ?? 0), max: pointsInWords(line.max) };
  if (line.because === 'zeroed-by-gate')
    return message('line.zeroed-by-gate', { gates: (line.gates ?? []).join(', ') });
  if (line.because !== 'entered') return message(`line.${line.because}`, figures);
  return enteredText(line, criterion, figures);
}

function enteredText(line: ScoreLine, { rule }: Criterion, figures: { points: string; max: string }): string {
  const entry = line.entry;
  const say = (key: string, params: Record<string, string> = {}) =>
    message(`line.${key}`, { ...figures, ...params });
  switch (rule.kind) {
    case 'yesno':
      return say(entry === true ? 'yes' : 'no');
    case 'choice':
      return say('choice', { option: optionText(rule.options, entry) });
    case 'ratio':
      return say('ratio', ratioWords(entry));
    case 'count':
      return say('count', { count: plain(entry), unit: numberInWords(rule.unit) });
    case 'bands':
      return say(isInside(rule.bands, entry) ? 'bands' : 'bands.outside', { value: valueWords(entry) });
    case 'relative':
      return say('relative', { value: valueWords(entry), best: numberInWords(line.best ?? 0) });
    default:
      return say('points');
  }
}

function optionText(options: readonly { code: string; text: string }[], entry: Entry | undefined): string {
  const option = options.find(({ code }) => code === entry);
  return option?.text || plain(entry);
}

function ratioWords(entry: Entry | undefined): Record<string, string> {
  if (typeof entry !== 'object') return {};
  return { done: numberInWords(entry.done), of: numberInWords(entry.of) };
}

function valueWords(entry: Entry | undefined): string {
  return typeof entry === 'number' ? numberInWords(entry) : plain(entry);
}

function isInside(bands: readonly { from: number; to?: number }[], entry: Entry | undefined): boolean {
  if (typeof entry !== 'number') return false;
  return bands.some(({ from, to }) => from <= entry && (to === undefined || entry < to));
}

function plain(entry: Entry | undefined): string {
  return typeof entry === 'string' || typeof entry === 'number' ? String(entry) : '';
}
