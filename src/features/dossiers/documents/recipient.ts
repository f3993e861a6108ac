import type { NominationResult } from '../../../domain/evaluation';
import { message } from '../../../platform/messages/message';
import { oneLine } from '../../../platform/text/printable';

/** `Bà Lê Thu Đào`; a collective and a household by their name. */
export function calledBy({ nomination: { subject, name, gender } }: NominationResult): string {
  return oneLine(
    subject === 'individual' ? `${message(`dossier.address.${gender ?? 'unknown'}`)} ${name}` : name,
  );
}

/** `Kiểm soát viên, Chi cục Tiêu chuẩn Đo lường Chất lượng`; empty for what is its own unit. */
export function whereFrom({ nomination: { subject, name, unit, position } }: NominationResult): string {
  const isItsOwnUnit = subject !== 'individual' && oneLine(unit) === oneLine(name);
  return [position ?? '', isItsOwnUnit ? '' : unit].map(oneLine).filter(Boolean).join(', ');
}
