import { DomainError } from '../../../domain/domain-error';
import { message } from '../../../platform/messages/message';

/** One of several that was refused, as `web/error-summary` lists it. */
export interface Failure {
  id: null;
  text: string;
}

/** Does the same to each, one after the other: what one is refused does not keep the others. Gives the refusals; none chosen is one. */
export async function oneByOne(
  items: readonly string[],
  act: (item: string) => Promise<unknown>,
): Promise<Failure[]> {
  if (items.length === 0) return [{ id: null, text: message('leader.none-chosen') }];
  const failures: Failure[] = [];
  for (const item of items) {
    try {
      await act(item);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      failures.push({ id: null, text: message(`error.${error.code}`, error.params) });
    }
  }
  return failures;
}
