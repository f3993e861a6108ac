import type { ConfirmationRow } from './confirmation.entity';
import type { OfficeNoteRow } from './office-note.entity';

export function noteView({ id, about, text, forUnit, by, at }: OfficeNoteRow) {
  return { id, about, text, forUnit, by, at };
}

export function confirmationView({ id, agency, result, date, document, remark, by, at }: ConfirmationRow) {
  return { id, agency, result, date, document, remark, by, at };
}
