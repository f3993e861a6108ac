import { compareCodes } from '../../../domain/canonical';
import type { Nomination } from '../../../domain/nomination';
import {
  type PendingDocument,
  type RoundData,
  documentsOfNominations,
  documentsOfRound,
} from '../documents/round-documents';
import { fileNames } from '../printing/file-name';
import type { PrintDocument } from '../printing/print-document';

/** One file of the bundle of a round, not yet made. */
export type RoundFile = { path: string } & (
  | { kind: 'document'; document: PendingDocument; nomination?: Nomination }
  | { kind: 'dossier'; document: PendingDocument; nomination: Nomination }
);

const DOSSIER = 'ho-so.pdf';
const PAPERS = 'bao-cao-va-phieu-cham.pdf';

/**
 * The files of a round in the order of their paths: papers of an award in `awards/AWARD`; of each nomination a folder with
 * its papers and its merged dossier, in the folder of the award that it is proposed for by the result, else in
 * `nominations/SET`.
 */
export function roundFiles(data: RoundData): RoundFile[] {
  const folders = nomineeFolders(data);
  const nominations = documentsOfNominations(data).flatMap(({ nomination, document }): RoundFile[] => {
    const folder = folders.get(nomination.code) ?? '';
    return [
      { kind: 'dossier', path: `${folder}/${DOSSIER}`, document, nomination },
      { kind: 'document', path: `${folder}/${PAPERS}`, document, nomination },
    ];
  });
  const round = documentsOfRound(data).map((document) => documentFile(document));
  return [...nominations, ...round].sort((a, b) => compareCodes(a.path, b.path));
}

function documentFile(pending: PendingDocument): RoundFile {
  const made = pending();
  return { kind: 'document', path: made.file, document: (): PrintDocument => made };
}

/** Codes are told apart within one pool, as those of the documents are, and within one award. */
function nomineeFolders({ campaign, round, evaluation }: RoundData): Map<string, string> {
  const sets = fileNames(campaign.criteriaSets.map(({ code }) => code));
  const awards = fileNames(campaign.awards.map(({ code }) => code));
  const names = fileNames(round.nominations.map(({ code }) => code));
  return new Map(
    [...evaluation.nominations].map(([code, { award, criteriaSet }]) => {
      const above = award === null ? `nominations/${sets.get(criteriaSet)}` : `awards/${awards.get(award)}`;
      return [code, `${above}/${names.get(code)}`];
    }),
  );
}
