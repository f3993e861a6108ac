import { types } from 'node:util';
import { DomainError } from '../../../domain/domain-error';
import { isRefusalOfTheMachine } from '../../../platform/pdf/renderer-refusals';

/**
 * Whether a failure is the browser's or the disk's, so that no other document would fare better and the whole export ends.
 * A file that is not there is missed by one document alone.
 */
export function isOfTheMachine(failure: unknown): boolean {
  if (failure instanceof DomainError) return isRefusalOfTheMachine(failure);
  return types.isNativeError(failure) && 'syscall' in failure && !isMissing(failure);
}

export function isMissing(failure: unknown): boolean {
  return types.isNativeError(failure) && 'code' in failure && failure.code === 'ENOENT';
}
