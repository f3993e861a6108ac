import { hasMessage } from '../../src/platform/messages/message';
import { statusOf } from '../../src/platform/http/statuses';
import { sourcesOf } from './sources';

/** Every code that the sources refuse with, as a literal. */
const codes = sourcesOf('src')
  .flatMap(({ text }) => [...text.matchAll(/new (?:DomainError|InputRefused)\(\s*'([^']+)'/g)])
  .map(([, code]) => String(code));

describe('every refusal', () => {
  it('is looked for in real files', () => {
    expect(codes).toEqual(expect.arrayContaining(['unauthenticated', 'stale-edit', 'database-busy']));
  });

  it('has its Vietnamese sentence', () => {
    expect(codes.filter((code) => !hasMessage(`error.${code}`))).toEqual([]);
  });

  it('has a status with a Vietnamese title', () => {
    expect(codes.filter((code) => !hasMessage(`http.${statusOf(code)}`))).toEqual([]);
  });
});
