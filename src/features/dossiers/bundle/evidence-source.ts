import type { Nomination } from '../../../domain/nomination';
import type { FileType } from '../../evidence/file-type';

/** Where the evidence of a round is read from, and what its dossiers are the state of. */
export interface EvidenceSource {
  /** In the order in which it was given. Asked for every dossier of a round: answers from memory. */
  piecesOf: (nomination: Nomination) => readonly EvidencePiece[];
  /** The bytes of a file; rejects when it is not there. */
  read: (sha256: string) => Promise<Uint8Array>;
  /** The state that the dossier of a nomination shows. */
  originOf: (nomination: Nomination) => Origin;
  /** The state that the papers of the round show: nothing else moves it. */
  papers: Origin;
  /** The state of everything at the time of the export. */
  origin: Origin;
}

export interface EvidencePiece {
  /** Code of a criterion. */
  criterion: string;
  title: string;
  /** Number and date of a paper. */
  document?: string;
  /** Name of a file that was announced, whether or not it is kept. */
  fileName?: string;
  /** Absent for what is named by its title and document alone. */
  file?: EvidenceFile;
}

export interface EvidenceFile {
  sha256: string;
  bytes: number;
  /** By its content. */
  type: FileType;
  /** As people know it: never a path. */
  name: string;
}

/** The last recorded change of what a paper shows. */
export interface Origin {
  /** Counts the changes. */
  version: number;
  /** Hash of that link of the audit chain; without an audit chain, the digest of the frozen inputs. */
  auditHead: string;
}

/** A round that comes from files alone: evidence is named, and no file is kept. `inputs` is the digest of both inputs. */
export function evidenceOfFiles(inputs: string): EvidenceSource {
  const origin = { version: 1, auditHead: inputs };
  return {
    piecesOf: ({ evidence }) => evidence.map(({ file, ...piece }) => ({ ...piece, fileName: file })),
    read: (sha256) => Promise.reject(new Error(`no evidence file ${sha256}`)),
    originOf: () => origin,
    papers: origin,
    origin,
  };
}
