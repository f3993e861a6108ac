import { DomainError } from '../../../domain/domain-error';
import { type MessageParams, message } from '../../../platform/messages/message';
import { PdfFailure } from '../../../platform/pdf/pdf-failure';
import { isMissing, isOfTheMachine } from './of-the-machine';

/** Something that is not in a bundle as it should be, and why. Data, so that it can be logged, kept and shown. */
export interface BundleFinding {
  /** The file of the bundle it is about. */
  file: string;
  /** Code of the nomination, where it is about one. */
  nomination?: string;
  /** Names the sentence `bundle.finding.<code>`. */
  code: string;
  params: MessageParams;
}

/** In Vietnamese, for a clerk. */
export function findingText({ code, params }: BundleFinding): string {
  return message(`bundle.finding.${code}`, params);
}

/** Tells of a file that could not be made. Throws the failure again where no other file would fare better. */
export function notMade(about: Pick<BundleFinding, 'file' | 'nomination'>, failure: unknown): BundleFinding {
  if (isOfTheMachine(failure)) throw failure;
  return { ...about, code: 'not-made', params: { file: about.file, reason: reasonOf(failure) } };
}

function reasonOf(failure: unknown): string {
  if (failure instanceof DomainError) return message(`error.${failure.code}`, failure.params);
  if (failure instanceof PdfFailure) return message(`bundle.reason.${failure.code}`, failure.params);
  return message(isMissing(failure) ? 'bundle.reason.missing' : 'bundle.unknown-failure');
}
