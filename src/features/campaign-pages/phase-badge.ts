import { message } from '../../platform/messages/message';
import type { PhaseRow } from '../campaigns/phase.entity';

/** How far a phase is, as everybody may know it. */
export function phaseBadge(opened: Pick<PhaseRow, 'publishedAt'> | null): { label: string; kind: string } {
  if (opened === null) return { label: message('phase.not-open'), kind: 'draft' };
  if (opened.publishedAt === null) return { label: message('phase.open'), kind: 'info' };
  return { label: message('phase.published'), kind: 'award' };
}
