import { DomainError } from '../../src/domain/domain-error';
import { acceptedFile } from '../../src/features/dossiers/signing/accepted-file';
import { hasMessage } from '../../src/platform/messages/message';
import { type Sample, samples } from './support/hostile-evidence';

const MOST_MS = 20_000;
const MEGABYTE = 1024 * 1024;

describe('a hostile PDF that is sent as a signed paper', () => {
  let all: Sample[];
  beforeAll(async () => {
    all = (await samples('http://127.0.0.1:1', '/etc/passwd')).filter(({ type }) => type === 'pdf');
  });

  test.each([
    ['signed', false],
    ['a scan', true],
  ])('and said to be %s, is answered in words, soon, and in little memory', async (_what, isScan) => {
    for (const { what, bytes } of all) {
      const [begun, before] = [performance.now(), process.memoryUsage.rss()];
      const answer = await acceptedFile(bytes, { isScan }).catch((error: unknown) => error);
      const code = answer instanceof DomainError ? answer.code : (answer as { form?: string }).form;
      const isAnswered = code === 'scan' ? isScan : hasMessage(`error.${code}`);
      expect([what, code, isAnswered]).toEqual([what, code, true]);
      expect([what, performance.now() - begun < MOST_MS]).toEqual([what, true]);
      expect([what, process.memoryUsage.rss() - before < 500 * MEGABYTE]).toEqual([what, true]);
    }
  });
});
