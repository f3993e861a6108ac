import type { Campaign } from '../../../domain/campaign';
import { DomainError } from '../../../domain/domain-error';
import { fileNames } from '../printing/file-name';

/** The whole round, the merged dossier of one nomination, or chosen folders of the round. */
export const EXPORT_KINDS = ['round', 'nomination', 'documents'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** The ending of the file that an export gives. */
export function endingOf(kind: ExportKind): 'zip' | 'pdf' {
  return kind === 'nomination' ? 'pdf' : 'zip';
}

/** One folder of a round that may be chosen, with its name for people. */
interface Folder {
  folder: string;
  label: string;
  of: 'nominations' | 'awards';
}

/** The folders of a round, as `roundDocuments` names them: one for each criteria set, one for each award. */
export function foldersOf({ criteriaSets, awards }: Campaign): Folder[] {
  const sets = fileNames(criteriaSets.map(({ code }) => code));
  const byAward = fileNames(awards.map(({ code }) => code));
  return [
    ...criteriaSets.map(({ code, title }) => ({
      folder: `nominations/${sets.get(code)}`,
      label: title,
      of: 'nominations' as const,
    })),
    ...awards.map(({ code, name }) => ({
      folder: `awards/${byAward.get(code)}`,
      label: name,
      of: 'awards' as const,
    })),
  ];
}

/** Throws `export-kind-unknown`. */
export function kindOf(text: string): ExportKind {
  const kind = EXPORT_KINDS.find((each) => each === text);
  if (!kind) throw new DomainError('export-kind-unknown');
  return kind;
}
