import type { Actor } from '../../../domain/access';
import type { Criterion } from '../../../domain/campaign';
import { differingEntries } from '../../../domain/entered';
import type { Nomination } from '../../../domain/nomination';
import { type LayerScores, layerScorer } from '../../../domain/score-layers';
import { message } from '../../../platform/messages/message';
import { type Refusal, noRefusal } from '../../../platform/views/refusal-view';
import { pointsInWords } from '../../awards/fact-words';
import { type Control, type Sheet, control, idOf, withCommas } from '../../drafting/form/controls';
import { entryControls } from '../../drafting/form/criterion.view';
import { ruleInWords, worthInWords } from '../../drafting/form/rule-words';
import type { Typed } from '../../drafting/form/typed';
import { nominationOf } from '../../nominations/nomination.rows';
import { achievementOn } from '../../nominations/report/report-reader';
import type { Case } from '../detail/case.queries';
import { headView } from '../detail/detail.view';
import { noteRowView } from '../detail/note-row.view';
import { evidenceOn } from '../detail/parts.view';
import { cellOf } from '../detail/scores.view';
import { reasonName, typedAppraisal } from './appraise.form';
import { noteFields } from './note-form.view';
import { criterionHeading, criterionLabel } from '../../campaigns/criterion-label';

/** What stands on the screen other than what is stored, and why it could not be stored. */
export interface AppraisalScreen {
  typed: Typed;
  refusal: Refusal;
  /** Who has saved something meanwhile, in words. */
  conflict?: string;
}

/** The appraisal beside what the unit wrote, criterion by criterion. */
export function appraiseView(actor: Actor, file: Case, screen?: AppraisalScreen) {
  const { rows, set, reasons } = file;
  const nomination = nominationOf(rows);
  const stored = typedAppraisal(set, nomination.scores, reasons);
  const { refusal = noRefusal, conflict } = screen ?? {};
  const sheet: Sheet = {
    typed: screen?.typed ?? stored,
    errors: refusal.byField,
    ...(conflict !== undefined && { theirs: { by: conflict, stored } }),
  };
  const { heading, crumbs, lead, badge } = headView(actor, file);
  const page = `/de-nghi/${rows.nomination.id}`;
  const { self, appraisal = self } = nomination.scores;
  const scores = scoresOf(file, { ...nomination, scores: { ...nomination.scores, appraisal } });
  return {
    head: {
      heading: message('appraise.title'),
      lead,
      crumbs: [...crumbs, { href: page, label: heading }],
      badge,
    },
    conflict: conflict === undefined ? null : { title: conflict, text: message('appraise.conflict') },
    problems: problemsView(file, refusal, conflict !== undefined),
    begun: nomination.scores.appraisal !== undefined,
    version: String(versionOf(file)),
    post: `${page}/tham-dinh`,
    criteria: set.criteria.map((criterion, index) =>
      criterionView(file, criterion, { index, sheet, scores, nomination }),
    ),
    total: totalView(scores),
    canFinish: rows.nomination.state === 'accepted',
    notes: notesView(file, page),
    back: page,
  };
}

/** 0 as long as nothing was appraised. */
function versionOf({ rows }: Case): number {
  return rows.sheets.find(({ layer }) => layer === 'appraisal')?.version ?? 0;
}

/** Both layers by the rules, with the pool that relative criteria look at. */
export function scoresOf({ open, set, pool }: Case, nomination: Nomination): LayerScores {
  return layerScorer(open.campaign, set, [...pool, nomination])(nomination);
}

export function totalView({ self, appraisal }: LayerScores) {
  const words = (total: number | null) => (total === null ? '–' : pointsInWords(total));
  return { self: words(self.total), appraisal: words(appraisal.total) };
}

interface On {
  index: number;
  sheet: Sheet;
  scores: LayerScores;
  nomination: Nomination;
}

function criterionView(file: Case, criterion: Criterion, { index, sheet, scores, nomination }: On) {
  const { code, source } = criterion;
  const known = { hidesBest: false };
  const differs = differingEntries(file.set, nomination.scores).includes(code);
  return {
    id: `tieu-chi-${index}`,
    ...criterionHeading(criterion),
    worth: worthInWords(criterion),
    source: source ?? null,
    how: ruleInWords(file.set, criterion),
    self: cellOf(scores.self.lines.get(code), criterion, known),
    said: achievementOn(nomination.report, code),
    evidence: evidenceOn(file, code),
    entry: entryControls(criterion, index, sheet).map(renamed),
    because: {
      id: `vi-sao-${index}`,
      text: cellOf(scores.appraisal.lines.get(code), criterion, known).because,
    },
    reason: control(sheet, 'area', reasonName(index), {
      label: message('appraise.reason'),
      hint: message(differs ? 'appraise.reason.needed' : 'appraise.reason.hint'),
    }),
    notes: file.notes
      .filter(({ about }) => about === code)
      .map((note) => noteRowView(note, file.set, { forUnit: false })),
  };
}

/** The controls are those of the unit's form; the points in them are the office's. */
function renamed(one: Control): Control {
  if (one.choices) return { ...one, choices: { ...one.choices, label: message('appraise.answer') } };
  if (one.number?.label !== message('draft.points')) return one;
  return { ...one, number: { ...one.number, label: message('appraise.points') } };
}

function problemsView({ set }: Case, { findings, detail }: Refusal, isConflict: boolean) {
  const items = findings.map(({ field, message: text }) => {
    const criterion = set.criteria[Number(field.split('.')[1])];
    const place = criterion === undefined ? '' : `${criterionLabel(criterion)}: `;
    return { id: field === '' ? null : idOf(field), text: `${place}${withCommas(text)}` };
  });
  const whole = items.length === 0 && detail !== '' && !isConflict ? [{ id: null, text: detail }] : [];
  return [...items, ...whole];
}

/** All notes, and the form for one more. */
function notesView(file: Case, page: string) {
  const rows = file.notes.map((note) => ({
    ...noteRowView(note, file.set, { forUnit: false }),
    remove: `${page}/ghi-chu/${note.id}/bo`,
  }));
  return { rows, form: noteFields(file) };
}
