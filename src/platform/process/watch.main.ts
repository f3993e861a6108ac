import { workerData } from 'node:worker_threads';

/** The most that the process may hold, garbage included. */
const mostBytes = Number(workerData);
const EVERY_MS = 50;

const parent = process.ppid;

/**
 * A thread beside the work, which may not come back: ends the process when it takes too much memory, or when the one that
 * started it is gone.
 */
setInterval(() => {
  if (process.memoryUsage.rss() > mostBytes || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, EVERY_MS);
