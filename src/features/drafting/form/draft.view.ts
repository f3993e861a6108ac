import type { Actor } from '../../../domain/access';
import type { NominationState } from '../../../domain/nomination-state';
import { selfScore } from '../../../domain/self-score';
import { phaseTitle } from '../../../domain/plan-names';
import { message } from '../../../platform/messages/message';
import { capitalised } from '../../../platform/text/printable';
import { dayText, momentText } from '../../../platform/text/vietnam-time';
import { type Refusal, noRefusal } from '../../../platform/views/refusal-view';
import { stateBadge } from '../../nominations/state.view';
import { type Sheet, idOf, withCommas } from './controls';
import { criterionView } from './criterion.view';
import { typedDraft } from './draft.document';
import type { Draft, LastEdit } from './draft.queries';
import { labelOf } from './field-label';
import { nomineeView } from './nominee.view';
import { earlierView, reportView } from './report.view';
import { totalView } from './total.view';
import type { Typed } from './typed';

/** What stands on the screen other than what is stored, and why it could not be stored. */
export interface Screen {
  typed: Typed;
  refusal: Refusal;
  /** Set where somebody else has stored something meanwhile. */
  conflict?: { edit: LastEdit; actor: Actor };
}

/** The form of a draft: as it is stored, or as it was sent and refused. */
export function draftView(draft: Draft, screen?: Screen) {
  const { row, state, nomination, campaign, set, returns } = draft;
  const stored = typedDraft(set, nomination);
  const { refusal = noRefusal, conflict } = screen ?? {};
  const by = conflict ? conflictBy(conflict) : '';
  const sheet: Sheet = {
    typed: screen?.typed ?? stored,
    errors: refusal.byField,
    ...(conflict && { theirs: { by: message('draft.theirs', { by }), stored } }),
  };
  const score = selfScore(campaign, set, nomination);
  return {
    head: headOf(draft),
    summary: summaryOf(draft, refusal, conflict !== undefined),
    conflict: conflict
      ? { title: message('draft.conflict', { by }), text: message('draft.conflict.text') }
      : null,
    returned: state === 'returned' ? returnsView(returns) : null,
    action: `/de-nghi/${row.id}/soan`,
    files: `/de-nghi/${row.id}/minh-chung`,
    // Of what the unit has sent, nobody tells it that others have changed something.
    version: refusal.status === 409 ? '' : String(row.version),
    nominee: nomineeView(campaign, nomination, sheet),
    notes: notesOn(draft, null),
    criteria: set.criteria.map(({ code }, index) => ({
      ...criterionView(set, index, sheet, score),
      notes: notesOn(draft, code),
      files: `/de-nghi/${row.id}/minh-chung?tieu-chi=${encodeURIComponent(code)}`,
    })),
    earlier: earlierView(campaign, sheet),
    report: reportView(nomination, sheet),
    total: totalView(set, score),
    saveState: screen
      ? message('draft.not-saved')
      : message('draft.saved-at', { at: momentText(row.updatedAt) }),
    isSaved: screen === undefined,
    canSubmit: isUnits(state),
  };
}

function isUnits(state: NominationState): boolean {
  return state === 'draft' || state === 'returned';
}

function headOf({ row, state, campaign, set, phase }: Draft) {
  const title = phaseTitle(campaign, phase.code);
  return {
    heading: row.name,
    lead: message('draft.lead', { code: row.code, set: set.title, phase: title, campaign: campaign.title }),
    badge: stateBadge(state),
    crumbs: [crumbOf(row)],
  };
}

/** Back to the unit's board, or from the office's own paper to its page: the office has no board of a unit. */
function crumbOf({ origin, id, code }: Draft['row']) {
  return origin === 'unit'
    ? { href: '/don-vi', label: message('board.title') }
    : { href: `/de-nghi/${id}`, label: message('draft.case', { code }) };
}

/** Every fault with the way to its field; the refusal as a whole where it is about none. */
function summaryOf({ set }: Draft, { findings, detail }: Refusal, isConflict: boolean) {
  const items = findings.map(({ field, message: text }) => ({
    id: field === '' ? null : idOf(field),
    text: [labelOf(set, field), withCommas(text)].filter(Boolean).join(': '),
  }));
  const whole = items.length === 0 && detail !== '' && !isConflict ? [{ id: null, text: detail }] : [];
  return { title: message('draft.refused.title'), items: [...items, ...whole] };
}

export function conflictBy({ edit, actor }: { edit: LastEdit; actor: Actor }): string {
  const time = momentText(edit.at).split(',')[0] ?? '';
  if (edit.actorId === actor.id) return message('draft.conflict.self', { time });
  return message('draft.conflict.by', { name: edit.actorName, time });
}

/** Notes of the office beside what they are about: a criterion, or with null the nomination as a whole. */
function notesOn({ notes }: Draft, about: string | null) {
  return notes
    .filter((note) => note.about === about)
    .map(({ text, by, at }) => ({ text, by: message('draft.note', { by, day: dayText(at) }) }));
}

function returnsView(returns: Draft['returns']) {
  const [last, ...earlier] = returns.map(({ reason, by, at }) => ({
    title: message('draft.returned', { by, day: dayText(at) }),
    text: capitalised(reason),
  }));
  return last ? { ...last, earlier } : null;
}
