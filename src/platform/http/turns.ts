import type { RequestHandler } from 'express';

/**
 * Lets requests begin one by one, in the order in which they came. An answer that waits for nothing outside the process is
 * worked out in one go, and the event loop takes in one new connection a round: were all that is at hand worked off in
 * each round, a newcomer would wait for as many full rounds as newcomers came before, while those already connected are
 * served again and again.
 */
export function inTurn(): RequestHandler {
  const waiting: (() => void)[] = [];
  const begin = (): void => {
    const first = waiting.shift();
    if (waiting.length > 0) setImmediate(begin);
    first?.();
  };
  return (_request, _response, next) => {
    waiting.push(next);
    if (waiting.length === 1) setImmediate(begin);
  };
}
