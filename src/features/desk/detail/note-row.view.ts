import { message } from '../../../platform/messages/message';
import { momentText } from '../../../platform/text/vietnam-time';
import type { OfficeNoteRow } from '../../appraisal/office-note.entity';
import { criterionLabel } from '../../campaigns/criterion-label';

export interface NoteRowView {
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
  { forUnit }: { forUnit: boolean },
): NoteRowView {
  return {
    id,
    text,
    about: about === null ? message('note.whole') : criterionLabel(about),
    who: by,
    when: momentText(at),
    audience: forUnit ? null : message(shared ? 'note.shared' : 'note.internal'),
  };
}
