/** Runs alone in a process: parses and evaluates a round of the given size, and prints the medians as JSON. */
import { createRequire } from 'node:module';
import { campaign, largeRound } from './large-round.mjs';

const { evaluate } = createRequire(import.meta.url)('../../dist/src/domain/evaluation.js');
const [size, runs] = process.argv.slice(2).map(Number);

const text = JSON.stringify(largeRound(size));
const parse = [];
const score = [];
const growth = [];
for (let run = 0; run < runs; run++) {
  const parsed = timed(parse, () => JSON.parse(text));
  globalThis.gc();
  const before = process.memoryUsage.rss();
  const evaluation = timed(score, () => evaluate(campaign, parsed));
  growth.push((process.memoryUsage.rss() - before) / Buffer.byteLength(text));
  if (evaluation.nominations.size !== size) throw new Error('nominations were lost');
}
console.log(
  JSON.stringify({
    megabytes: Buffer.byteLength(text) / 1e6,
    parse: median(parse),
    score: median(score),
    // Later rounds reuse what the first one asked of the system: the first one counts.
    growth: growth[0],
  }),
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
