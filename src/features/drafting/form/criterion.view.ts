import type { Criterion, CriteriaSet } from '../../../domain/campaign';
import type { ScoreLine } from '../../../domain/score-line';
import type { SelfScore } from '../../../domain/self-score';
import { message } from '../../../platform/messages/message';
import { provisionWords } from '../../../platform/text/provision';
import { numberInWords } from '../../awards/fact-words';
import { lineText } from '../../awards/outcome.view';
import { ACHIEVEMENT } from '../../nominations/report/report-sections';
import { type Control, type Sheet, control } from './controls';
import { EVIDENCE } from './draft.document';
import { NA, YES_NO, entryName, isPicked } from './entry.fields';
import { rowsView } from './rows.view';
import { ruleInWords, worthInWords } from './rule-words';
import { textOf } from './typed';
import { criterionHeading } from '../../campaigns/criterion-label';

/** One criterion of the form: what it says, how it is scored, the entry, what was achieved, and the evidence. */
export function criterionView(set: CriteriaSet, index: number, sheet: Sheet, score: SelfScore) {
  const criterion = set.criteria[index] as Criterion;
  const { source, role } = criterion;
  const [result, ...rest] = ruleInWords(set, criterion);
  return {
    id: `tieu-chi-${index}`,
    ...criterionHeading(criterion),
    worth: worthInWords(criterion),
    source: source ? message('draft.source', { source: provisionWords(source) }) : null,
    how: result,
    howMore: rest,
    entry: entryControls(criterion, index, sheet),
    because: { id: `vi-sao-${index}`, text: becauseText(criterion, score) },
    said: role === 'gate' ? null : saidView(index, sheet),
    evidence: role === 'gate' && !hasEvidence(index, sheet) ? null : evidenceView(criterion, index, sheet),
  };
}

/** What the entry gives, as the dossier will say it; '' as long as nothing is entered. */
export function becauseText(criterion: Criterion, { lines, pending }: SelfScore): string {
  const line = lines.find((each) => each.criterion === criterion.code);
  if (!line || NOTHING_YET.includes(line.because)) return '';
  return pending.includes(criterion.code) ? message('draft.pending') : lineText(line, criterion);
}

const NOTHING_YET: ScoreLine['because'][] = ['missing', 'not-entered'];

/** The controls that take the entry of one criterion, by its rule. */
export function entryControls(criterion: Criterion, index: number, sheet: Sheet): Control[] {
  const { rule } = criterion;
  const name = entryName(index);
  if (isPicked(criterion)) return [control(sheet, 'choices', name, pickedModel(criterion))];
  const box = control(sheet, 'box', `${name}.na`, { label: message('draft.na') });
  const na = criterion.notApplicable === 'forbidden' ? [] : [box];
  if (rule.kind !== 'ratio') return [control(sheet, 'number', name, numberModel(criterion)), ...na];
  const part = (key: string) =>
    control(sheet, 'number', `${name}.${key}`, { label: message(`draft.ratio.${key}`) });
  return [part('done'), part('of'), ...na];
}

function numberModel({ rule, max }: Criterion) {
  const suffix = message('draft.of-points', { max: numberInWords(max) });
  if (rule.kind === 'points') return { label: message('draft.points'), suffix };
  return { label: message(`draft.entry.${rule.kind}`), whole: rule.kind === 'count' };
}

function pickedModel(criterion: Criterion) {
  const { rule, role, notApplicable } = criterion;
  const na = { value: NA, label: message('draft.na') };
  const none = { value: '', label: message('draft.unanswered') };
  const yesNo = [
    { value: YES_NO.yes, label: message(role === 'gate' ? 'draft.met' : 'sheet.yes') },
    { value: YES_NO.no, label: message(role === 'gate' ? 'draft.not-met' : 'sheet.no') },
  ];
  const own = rule.kind === 'choice' ? rule.options.map(optionModel) : yesNo;
  const options = [...own, ...(notApplicable === 'forbidden' ? [] : [na]), none];
  return { label: message('draft.answer'), options, ...(rule.kind !== 'choice' && { look: 'inline' }) };
}

function optionModel({ code, text, points }: { code: string; text: string; points: number }) {
  return {
    value: code,
    label: text || code,
    hint: message('draft.option', { points: numberInWords(points) }),
  };
}

function saidView(index: number, sheet: Sheet) {
  const name = (key: string) => `said.${index}.${key}`;
  const main = control(sheet, 'area', name('text'), {
    label: message('sheet.column.text'),
    hint: message('draft.said.hint'),
  });
  const more = [...ACHIEVEMENT].map(([key, label]) => control(sheet, 'area', name(key), { label }));
  const isOpen = [...ACHIEVEMENT.keys()].some(
    (key) => textOf(sheet.typed, name(key)) !== '' || sheet.errors[name(key)] !== undefined,
  );
  return { main, more, isOpen };
}

function hasEvidence(index: number, { typed }: Sheet): boolean {
  return Object.keys(typed).some(
    (name) => name.startsWith(`evidence.${index}.`) && textOf(typed, name) !== '',
  );
}

function evidenceView({ evidence }: Criterion, index: number, sheet: Sheet) {
  const labels = { title: message('sheet.column.title'), document: message('sheet.column.document') };
  return {
    required: evidence === 'required',
    ...rowsView(sheet, `evidence.${index}`, EVIDENCE, (row, alone) => ({
      controls: [
        control(alone, 'input', `${row}.title`, { label: labels.title }),
        control(alone, 'input', `${row}.document`, { label: labels.document }),
      ],
      hidden: [{ name: `${row}.file`, value: textOf(sheet.typed, `${row}.file`) }],
      file: textOf(sheet.typed, `${row}.file`),
    })),
  };
}
