import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { longRound } from './long-dossiers.mjs';

const load = createRequire(import.meta.url);
const { evaluate } = load('../../dist/src/domain/evaluation.js');
const { roundDocuments } = load('../../dist/src/features/dossiers/documents/round-documents.js');
const { blankPapers } = load('../../dist/src/features/dossiers/papers/paper.js');
const { evidenceOfFiles } = load('../../dist/src/features/dossiers/bundle/evidence-source.js');
const { exportRound } = load('../../dist/src/features/dossiers/bundle/export-round.js');
const { PdfProcesses } = load('../../dist/src/platform/pdf/process/pdf-processes.js');
const { PdfRenderer } = load('../../dist/src/platform/pdf/pdf-renderer.js');

const DOSSIERS = 500;

/** The ZIP of 500 dossiers: into an empty cache, then once more after one nomination has been changed. */
export async function benchExports() {
  const folder = await mkdtemp(join(tmpdir(), 'thidua-bench-'));
  const renderer = await PdfRenderer.open();
  const processes = new PdfProcesses();
  try {
    await processes.run('read', await renderer.print('<p>warm</p>'));
    const exported = (data, name) =>
      timed(() => exportRound(order(data, { folder, renderer, processes, name })));
    const first = await exported(dataOf(longRound(DOSSIERS)), 'first.zip');
    const second = await exported(dataOf(withOneChanged(longRound(DOSSIERS))), 'second.zip');
    const what = `${DOSSIERS} dossiers as one ZIP (${(first / 1000).toFixed(1)} s), against the same again with one changed`;
    return [{ work: `${what} (${(second / 1000).toFixed(2)} s)`, ratio: first / second, reach: '≥ 50' }];
  } finally {
    await processes.close();
    await renderer.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Resident memory of the process while 2,000 dossiers are printed, merged and zipped: the most after the first 200, against
 * then. Every document is put into words once before: the evaluation keeps what it has explained, and that is its size.
 */
export async function benchMemory() {
  const size = Number(process.env.BENCH_DOSSIERS ?? 2_000);
  const folder = await mkdtemp(join(tmpdir(), 'thidua-bench-'));
  const renderer = await PdfRenderer.open();
  const seen = [];
  const onProgress = (done) => {
    if (done > 0 && done % (size / 20) === 0) seen.push(process.memoryUsage.rss());
  };
  const data = dataOf(longRound(size));
  for (const document of roundDocuments(data)) document();
  try {
    await exportRound({ ...order(data, { folder, renderer, name: 'all.zip' }), onProgress });
    const [, from, ...after] = seen;
    const megabytes = seen.map((bytes) => Math.round(bytes / 1024 / 1024)).join(', ');
    const work = `${size} dossiers with merging, memory after each twentieth (${megabytes} MB): the most, against after the second`;
    return [{ work, ratio: Math.max(...after) / from, reach: 'flat' }];
  } finally {
    await renderer.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function order(data, { folder, name, ...warm }) {
  const evidence = evidenceOfFiles('0'.repeat(64));
  return { ...warm, data, evidence, target: join(folder, name), cacheDir: join(folder, 'cache') };
}

function dataOf({ campaign, round }) {
  const evaluation = evaluate(campaign, round);
  return { campaign, round, evaluation, papers: blankPapers(round.date), engine: 'bench' };
}

/** Words only: the points, and with them the ranks of all others, stay what they are. */
function withOneChanged({ campaign, round }) {
  const [one, ...others] = round.nominations;
  const report = { ...one.report, measures: `${one.report.measures} Đã bổ sung.` };
  return { campaign, round: { ...round, nominations: [{ ...one, report }, ...others] } };
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
