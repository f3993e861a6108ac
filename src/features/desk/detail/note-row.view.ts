import type { CriteriaSet } from '../../../domain/campaign';
import { message } from '../../../platform/messages/message';
import { momentText } from '../../../platform/text/vietnam-time';
import type { OfficeNoteRow } from '../../appraisal/office-note.entity';
import { criterionLabel } from '../../campaigns/criterion-label';

interface NoteRowView {
  id: string;
  text: string;
  /** What it is about. */
  about: string;
  who: string;
  when: string;
  /** Who reads it; null where that goes without saying. */
  audience: string | null;
}

/** One note of the office; a unit is not told that there are others which it does not see. */
export function noteRowView(
  { id, about, text, forUnit: shared, by, at }: OfficeNoteRow,
  { criteria }: Pick<CriteriaSet, 'criteria'>,
  { forUnit }: { forUnit: boolean },
): NoteRowView {
  const criterion = criteria.find(({ code }) => code === about);
  return {
    id,
    text,
    about: criterion ? criterionLabel(criterion) : (about ?? message('note.whole')),
    who: by,
    when: momentText(at),
    audience: forUnit ? null : message(shared ? 'note.shared' : 'note.internal'),
  };
}
