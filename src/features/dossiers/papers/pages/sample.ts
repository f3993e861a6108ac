import { DomainError } from '../../../../domain/domain-error';
import type { Subject } from '../../../../domain/campaign';
import { sessionDocument } from '../../documents/session-documents';
import { sessionOfRound } from '../../documents/session-of-round';
import { documentOfAward, documentOfNomination } from '../../documents/single-document';
import type { RoundData } from '../../documents/round-data';
import type { PrintDocument } from '../../printing/print-document';
import type { DocumentTemplate } from '../document-templates';
import type { Papers } from '../paper';
import type { WordingColumns } from '../wording.setting';

/** The first document of the round that follows a form; undefined while the round has none. */
export function sampleOf(data: RoundData, { kind, subject }: DocumentTemplate): PrintDocument | undefined {
  if (kind === 'achievement-report' || kind === 'score-sheet') return firstCase(data, subject);
  if (kind === 'submission' || kind === 'nominee-list' || kind === 'award-decision')
    return firstThere(
      data.campaign.awards.map(
        ({ code }) =>
          () =>
            documentOfAward(data, code, kind),
      ),
    );
  if (kind === 'minutes' || kind === 'invitation') {
    const session = sessionOfRound(data.campaign, data.round, data.evaluation);
    return sessionDocument(data, session, kind);
  }
  return undefined;
}

/** The papers of a round, worded as somebody is about to word them. */
export function draftPapers(papers: Papers, form: DocumentTemplate, draft: WordingColumns): Papers {
  return {
    ...papers,
    wordingOf: (kind, subject) =>
      kind === form.kind && (form.subject === undefined || form.subject === subject)
        ? { headings: { ...form.headings, ...draft.headings }, grounds: draft.grounds }
        : papers.wordingOf(kind, subject),
  };
}

function firstCase(data: RoundData, subject: Subject | undefined): PrintDocument | undefined {
  const found = data.round.nominations.find((each) => subject === undefined || each.subject === subject);
  return found && firstThere([() => documentOfNomination(data, found.code)]);
}

/** An award may have no such document. */
function firstThere(makers: readonly (() => PrintDocument)[]): PrintDocument | undefined {
  for (const make of makers) {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
  return undefined;
}
