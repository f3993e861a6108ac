import type { EvidenceRow } from '../nominations/evidence.entity';

export function evidenceView({ id, criterion, title, document, file }: EvidenceRow) {
  return { id, criterion, title, document, file };
}
