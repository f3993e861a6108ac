import type { Actor } from '../../../domain/access';
import { message } from '../../../platform/messages/message';
import { type Refusal, noRefusal } from '../../../platform/views/refusal-view';
import type { NewNote } from '../../appraisal/note.service';
import type { Case } from '../detail/case.queries';
import { headView } from '../detail/detail.view';
import { criterionLabel } from '../../campaigns/criterion-label';

const BLANK: NewNote = { text: '', forUnit: false };

/** The form for one note, empty or with what was typed in it. */
export function noteFields(
  { rows, set }: Pick<Case, 'rows' | 'set'>,
  { about, text, forUnit }: NewNote = BLANK,
  refusal: Refusal = noRefusal,
) {
  return {
    post: `/de-nghi/${rows.nomination.id}/ghi-chu`,
    about: {
      id: 'about',
      name: 'about',
      label: message('note.about'),
      blank: message('note.whole'),
      options: set.criteria.map((criterion) => ({
        value: criterion.code,
        label: criterionLabel(criterion),
        selected: criterion.code === about,
      })),
    },
    text: {
      id: 'text',
      name: 'text',
      label: message('note.text'),
      value: text,
      required: true,
      errors: isAboutText(refusal) ? [refusal.detail] : null,
    },
    forUnit: {
      id: 'for-unit',
      name: 'for-unit',
      label: message('note.for-unit'),
      checked: forUnit,
      hint: message('note.for-unit.hint'),
    },
  };
}

const isAboutText = ({ code }: Refusal) => code === 'text-missing' || code === 'text-too-long';

/** The page that a refused note comes back on. */
export function noteFormView(actor: Actor, file: Case, note: NewNote, refusal: Refusal) {
  const { heading, crumbs, lead } = headView(actor, file);
  const page = `/de-nghi/${file.rows.nomination.id}`;
  const id = isAboutText(refusal) ? 'text' : null;
  return {
    head: { heading: message('note.title'), lead, crumbs: [...crumbs, { href: page, label: heading }] },
    problems: [{ id, text: refusal.detail }],
    note: noteFields(file, note, refusal),
    back: page,
  };
}
