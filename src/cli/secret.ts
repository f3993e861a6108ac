import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { refuse } from './failure';

/** Asks for something at the keyboard that is not shown while it is typed. Refuses when Ctrl-C or Ctrl-D calls it off. */
export async function askSecret(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  const calledOff = once(lines, 'close').then(() => undefined);
  try {
    const answer = await Promise.race([lines.question('').catch(asCalledOff), calledOff]);
    return answer ?? refuse('cli.called-off');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}

/** How the two keys end a question differs between versions of Node: by an error, or by silence. */
function asCalledOff(error: unknown): undefined {
  if (error instanceof Error && error.name === 'AbortError') return undefined;
  throw error;
}
