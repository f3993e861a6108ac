import { DomainError } from '../../../domain/domain-error';
import { type MessageParams, message } from '../../../platform/messages/message';
import { PdfFailure } from '../../../platform/pdf/pdf-failure';
import { isMissing } from './of-the-machine';

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

/** Why a document could not be made, in one sentence. */
export function failureText(failure: unknown): string {
  if (failure instanceof DomainError) return message(`error.${failure.code}`, failure.params);
  if (failure instanceof PdfFailure) return message(`bundle.reason.${failure.code}`, failure.params);
  return message(isMissing(failure) ? 'bundle.reason.missing' : 'bundle.unknown-failure');
}
