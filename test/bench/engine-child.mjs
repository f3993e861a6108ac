/** Runs alone in a process: parses and evaluates the round in a file several times, and prints the medians as JSON. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { campaign } from './large-round.mjs';

const { evaluate } = createRequire(import.meta.url)('../../dist/src/domain/evaluation.js');
const [file, runs] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');

const parse = [];
const score = [];
let growth;
for (let run = 0; run < Number(runs); run++) {
  const parsed = timed(parse, () => JSON.parse(text));
  globalThis.gc();
  const before = process.memoryUsage.rss();
  const evaluation = timed(score, () => evaluate(campaign, parsed));
  // The peak of the whole process: what parsing had needed before counts against the evaluation, never for it.
  growth ??= process.resourceUsage().maxRSS * 1024 - before;
  if (evaluation.nominations.size !== parsed.nominations.length) throw new Error('nominations were lost');
}
console.log(
  JSON.stringify({ parse: median(parse), score: median(score), growth: growth / Buffer.byteLength(text) }),
);

function timed(times, work) {
  globalThis.gc();
  const start = performance.now();
  const result = work();
  times.push(performance.now() - start);
  return result;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
