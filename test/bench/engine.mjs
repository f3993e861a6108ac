import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('engine-child.mjs', import.meta.url));

/** Score, rank and allocate 100,000 nominations of five criteria, against JSON.parse of the same data. */
export function benchEngine() {
  const small = child(10_000, 7);
  const large = child(100_000, 5);
  const data = `${large.megabytes.toFixed(0)} MB`;
  return [
    row(`100,000 nominations × 5 criteria (${data}) against JSON.parse`, large.score / large.parse, '≤ 1.0'),
    row('10 × the data (10,000 → 100,000), time', large.score / small.score, '≤ 12'),
    row('resident growth against the data', large.growth, '≤ 3'),
  ];
}

function child(size, runs) {
  const args = ['--expose-gc', '--max-old-space-size=8192', CHILD, String(size), String(runs)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

function row(work, ratio, reach) {
  return { work, ratio, reach };
}
