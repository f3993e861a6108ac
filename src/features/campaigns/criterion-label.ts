import type { Criterion } from '../../domain/campaign';
import { message } from '../../platform/messages/message';

/** How every page speaks of a criterion: `Tiêu chí a`. */
export function criterionLabel(code: string): string {
  return message('criterion.name', { code });
}

/** The same with what it says, for a list of them: `Tiêu chí a: Số sáng kiến được công nhận`. */
export function criterionTitle({ code, text }: Pick<Criterion, 'code' | 'text'>): string {
  return `${criterionLabel(code)}: ${text}`;
}
