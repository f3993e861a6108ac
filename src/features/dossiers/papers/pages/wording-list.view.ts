import type { Day } from '../../../../domain/campaign';
import { message } from '../../../../platform/messages/message';
import { dayText, plainDay } from '../../../../platform/text/vietnam-time';
import { type DocumentTemplate, documentTemplates, templateOn } from '../document-templates';
import type { PaperWordingRow } from '../paper-wording.entity';
import { wordingAddress } from './addresses';

/** The forms that the phases of a campaign follow, and apart from them those of other days. */
export function wordingList(
  campaign: string,
  days: readonly Day[],
  rows: ReadonlyMap<string, PaperWordingRow>,
) {
  const line = (form: DocumentTemplate) => formLine(campaign, form, rows.get(form.code));
  const isUsed = ({ kind, subject, code }: DocumentTemplate) =>
    days.some((day) => templateOn(kind, day, subject).code === code);
  return {
    used: documentTemplates().filter(isUsed).map(line),
    others: documentTemplates()
      .filter((form) => !isUsed(form))
      .map(line),
  };
}

function formLine(campaign: string, form: DocumentTemplate, row: PaperWordingRow | undefined) {
  return {
    name: form.name,
    code: form.code,
    basis: form.basis,
    validity: validityOf(form),
    changed: row ? message('wording.changed', { by: row.by, day: dayText(row.at) }) : '',
    href: wordingAddress(campaign, form.code),
  };
}

/** `Từ 01/07/2025 đến 30/09/2026`. */
export function validityOf({ from, to }: Pick<DocumentTemplate, 'from' | 'to'>): string {
  return to === undefined
    ? message('wording.from', { from: plainDay(from) })
    : message('wording.from-to', { from: plainDay(from), to: plainDay(to) });
}
