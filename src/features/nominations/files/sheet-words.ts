import type { Campaign, Criterion } from '../../../domain/campaign';
import { message } from '../../../platform/messages/message';

/** A word of the files and what a clerk reads and picks instead. */
export interface Word {
  word: string | boolean;
  label: string;
}

const labelled = (family: string, words: readonly string[]): Word[] =>
  words.map((word) => ({ word, label: message(`sheet.${family}.${word}`) }));

const NA: Word = { word: 'na', label: 'na' };
export const yesNo = (): Word[] => [
  { word: true, label: message('sheet.yes') },
  { word: false, label: message('sheet.no') },
];
export const genders = (): Word[] => labelled('gender', ['female', 'male']);
export const positionClasses = (): Word[] => labelled('position-class', ['direct', 'leader']);
export const states = (): Word[] => labelled('state', ['submitted', 'withdrawn']);
export const matterKinds = (): Word[] =>
  labelled('matter', ['discipline', 'investigation', 'complaint', 'press']);
export const matterStatuses = (): Word[] => labelled('status', ['pending', 'cleared', 'upheld']);

const coded = (code: string, name: string): Word => ({
  word: code,
  label: name === code ? code : `${code} – ${name}`,
});

export const awardWords = ({ awards }: Campaign): Word[] => awards.map(({ code, name }) => coded(code, name));
export const phaseWords = ({ phases }: Campaign): Word[] =>
  phases.map(({ code, title }) => coded(code, title));
export const setWords = ({ criteriaSets }: Campaign): Word[] =>
  criteriaSets.map(({ code, title }) => coded(code, title));

/** All criteria of the campaign, for evidence and reports: sets may share a code. */
export function criterionWords({ criteriaSets }: Campaign): Word[] {
  const codes = new Set(criteriaSets.flatMap(({ criteria }) => criteria.map(({ code }) => code)));
  return [...codes].map((code) => ({ word: code, label: code }));
}

/** What may be picked as the entry of a yes/no question or a choice; undefined where a number is typed. */
export function entryWords({ rule, notApplicable }: Criterion): Word[] | undefined {
  const words = rule.kind === 'yesno' ? yesNo() : rule.kind === 'choice' ? options(rule.options) : undefined;
  return words && notApplicable !== 'forbidden' ? [...words, NA] : words;
}

function options(all: readonly { code: string; text: string }[]): Word[] {
  return all.map(({ code, text }) => coded(code, text));
}

/** Report sections that have a place of their own in the documents. */
const SECTIONS =
  'summary office established structure staff functions head residence occupation birth hometown qualification ' +
  'measures partyLine organisations superior';
export const sectionWords = (): Word[] => labelled('section', SECTIONS.split(' '));
