import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { PHASE, built, send, withOffice } from './office.mjs';
import { withPostgres } from './postgres.mjs';

/** The queue: each nomination's merged dossier is an export of its own. */
const EXPORTS = Number(process.env.BENCH_EXPORTS ?? 300);

/**
 * The same queue of exports on PostgreSQL, done by one `thidua worker` and by two. Each is held to a core of its own with its
 * browser and PDF processes, so one page and one process each: two have twice what one has. Nothing is in the cache, and
 * every worker is warm before the clock starts.
 */
export async function benchWorkers() {
  const work = `${EXPORTS} exports on PostgreSQL by one worker held to one core`;
  if (spawnSync('taskset', ['-V']).error) return [{ work, ratio: undefined, reach: '≥ 1.7' }];
  return withPostgres(['one', 'two'], async (url) => {
    const [one, two] = [await drained(`${url}one`, 1), await drained(`${url}two`, 2)];
    const said = `${work} (${(one / 1000).toFixed(1)} s), against two (${(two / 1000).toFixed(1)} s)`;
    return [{ work: said, ratio: one / two, reach: '≥ 1.7' }];
  });
}

/** How long so many workers take for the whole queue, in milliseconds. */
function drained(url, count) {
  const settings = { DATABASE_URL: url, EXPORTS_HERE: '0', MAX_EXPORTS: '1000' };
  const asked = { size: EXPORTS + 2 * count, settings };
  return withOffice(async (office) => {
    const workers = Array.from({ length: count }, (_, core) => startWorker(office.env, core));
    try {
      await done(office, await queue(office, EXPORTS, EXPORTS + 2 * count));
      const started = performance.now();
      await done(office, await queue(office, 0, EXPORTS));
      return performance.now() - started;
    } finally {
      await Promise.all(workers.map(stopped));
    }
  }, asked);
}

async function queue(office, from, to) {
  const jobs = [];
  for (let at = from; at < to; at += 1)
    jobs.push(await send(office, `${PHASE}/exports`, { kind: 'nomination', nomination: `CN-${at}` }));
  return jobs;
}

async function done({ origin, token }, jobs) {
  const headers = { authorization: `Bearer ${token}` };
  for (const { id } of jobs)
    for (;;) {
      const { state } = await (await fetch(`${origin}/api/v1/exports/${id}`, { headers })).json();
      if (state === 'done') break;
      if (state === 'failed') throw new Error(`export ${id} failed`);
      await wait(100);
    }
}

function startWorker(env, core) {
  const program = ['-c', String(core), process.execPath, built('cli/main.js'), 'worker'];
  return spawn('taskset', program, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

function stopped(worker) {
  return new Promise((resolve) => {
    worker.once('exit', resolve);
    worker.kill('SIGTERM');
  });
}
