import { readFileSync } from 'node:fs';

const sentences = JSON.parse(readFileSync(new URL('../platform/messages/vi.json', import.meta.url), 'utf8'));

/** A set-up step that cannot go on: the key names a sentence `setup.<key>`; `output` is what the failed tool said. */
export class StepFailed extends Error {
  constructor(key, params = {}, output = '') {
    super(text(key, params));
    this.output = output;
  }
}

/** The sentence `setup.<key>` with each `{name}` filled from params. */
export function text(key, params = {}) {
  const sentence = sentences[`setup.${key}`] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (_, name) => String(params[name] ?? `{${name}}`));
}

export function say(key, params) {
  process.stderr.write(`${text(key, params)}\n`);
}

/** Says every half minute that a long step is still at work. */
export async function whileWaiting(work) {
  const began = Date.now();
  const timer = setInterval(
    () => say('waiting', { seconds: Math.round((Date.now() - began) / 1000) }),
    30_000,
  );
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

/** Runs a set-up to its end; a failure prints one sentence and sets exit code 1, never a stack. */
export async function finish(work) {
  try {
    await work();
  } catch (error) {
    if (error.output) process.stderr.write(`${error.output.trimEnd()}\n`);
    say('failed', { reason: error.message });
    process.exitCode = 1;
  }
}
