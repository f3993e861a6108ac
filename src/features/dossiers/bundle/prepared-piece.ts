import type { ActivePart } from '../../../platform/pdf/foreign/active-parts';
import type { EvidenceFile, EvidencePiece } from './evidence-source';

/** A piece of evidence as it goes into a dossier. */
export type PreparedPiece = { piece: EvidencePiece; criterion: string } & (
  | { kind: 'pages'; file: EvidenceFile; pdf: Uint8Array; pages: number; left: readonly ActivePart[] }
  | { kind: 'attached'; file: EvidenceFile; bytes: Uint8Array }
  /** On a page of its own; the reason names the sentence `bundle.reason.<code>`. */
  | { kind: 'named'; file: EvidenceFile; reason: Reason }
  /** A paper that is known by its title and number alone. */
  | { kind: 'listed' }
);

export interface Reason {
  code: string;
  params: Record<string, string | number>;
}
