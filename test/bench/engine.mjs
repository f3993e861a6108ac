import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { largeRound } from './large-round.mjs';

const CHILD = fileURLToPath(new URL('engine-child.mjs', import.meta.url));

/** Score, rank and allocate 100,000 nominations of five criteria, against JSON.parse of the same data. */
export function benchEngine() {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-bench-'));
  try {
    const small = measure(folder, 10_000, 15);
    const large = measure(folder, 100_000, 7);
    return [
      row(
        `100,000 nominations × 5 criteria (${large.megabytes} MB), against JSON.parse`,
        large.score / large.parse,
        '≤ 1.0',
      ),
      row('the time for 100,000, against 10,000', large.score / small.score, '≤ 12'),
      row('growth of resident memory, against the data', large.growth, '≤ 3'),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(folder, size, runs) {
  const file = join(folder, `${size}.json`);
  writeFileSync(file, JSON.stringify(largeRound(size)));
  const args = ['--expose-gc', '--max-old-space-size=8192', CHILD, file, String(runs)];
  const figures = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  return { ...figures, megabytes: (statSync(file).size / 1e6).toFixed(0) };
}

function row(work, ratio, reach) {
  return { work, ratio, reach };
}
