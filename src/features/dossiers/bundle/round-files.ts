import type { CriteriaSet } from '../../../domain/campaign';
import type { Nomination } from '../../../domain/nomination';
import type { PendingDocument } from '../documents/pending-document';
import { type RoundData, documentsOfNominations, documentsOfRound } from '../documents/round-documents';
import { fileNames } from '../printing/file-name';
import type { SignedCopy } from '../signing/signed-papers';

/** Something of a round that is made in one go: a paper of the round, or all that belongs to one nomination. */
export type RoundUnit =
  | { kind: 'paper'; document: PendingDocument }
  | { kind: 'signed'; file: string; copy: SignedCopy }
  | {
      kind: 'nomination';
      folder: string;
      nomination: Nomination;
      set: CriteriaSet;
      document: PendingDocument;
    };

/**
 * The units of a round: papers of an award go to `awards/AWARD`; of each nomination there is a folder with its papers and
 * its merged dossier, in the folder of the award that it gets by the result, else in `nominations/SET`.
 */
export function roundUnits(data: RoundData): RoundUnit[] {
  const folders = nomineeFolders(data);
  const sets = new Map(data.campaign.criteriaSets.map((set) => [set.code, set]));
  const nominations = documentsOfNominations(data).flatMap(({ nomination, document }): RoundUnit[] => {
    const set = sets.get(data.evaluation.nominations.get(nomination.code)?.criteriaSet ?? '');
    const folder = folders.get(nomination.code);
    return set && folder ? [{ kind: 'nomination', folder, nomination, set, document }] : [];
  });
  return [
    ...documentsOfRound(data).map((document) => ({ kind: 'paper' as const, document })),
    ...nominations,
  ];
}

/**
 * The units of chosen folders: `awards/AWARD` is the papers of an award, `nominations/SET` all that belongs to the nominations
 * of a criteria set, whatever they get. No choice is all of them.
 */
export function chosenUnits(data: RoundData, choice: readonly string[]): RoundUnit[] {
  const units = roundUnits(data);
  if (choice.length === 0) return units;
  const sets = fileNames(data.campaign.criteriaSets.map(({ code }) => code));
  const placeOf = (unit: RoundUnit) =>
    unit.kind === 'nomination' ? `nominations/${sets.get(unit.set.code)}/` : fileOf(unit);
  return units.filter((unit) => {
    const place = placeOf(unit);
    return choice.some((folder) => place.startsWith(`${folder}/`));
  });
}

function fileOf(unit: Exclude<RoundUnit, { kind: 'nomination' }>): string {
  return unit.kind === 'paper' ? unit.document.file : unit.file;
}

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
