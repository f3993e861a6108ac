import { SingleBar } from 'cli-progress';
import { message } from '../platform/messages/message';
import { explain } from './terminal';

/** How far the dossiers are, on standard error: a bar on a terminal, else a line for each tenth. */
interface Progress {
  at(done: number, total: number): void;
  stop(): void;
}

export function progress(): Progress {
  return process.stderr.isTTY ? bar() : lines();
}

function bar(): Progress {
  const drawn = new SingleBar({ format: message('cli.run.bar'), hideCursor: true, stream: process.stderr });
  return {
    at(done, total) {
      if (drawn.isActive) drawn.update(done);
      else drawn.start(total, done);
    },
    stop: () => drawn.stop(),
  };
}

function lines(): Progress {
  let tenths = 0;
  return {
    at(done, total) {
      const reached = Math.floor((done * 10) / total);
      if (reached <= tenths) return;
      tenths = reached;
      explain(message('cli.run.progress', { done, total }));
    },
    stop: () => undefined,
  };
}
