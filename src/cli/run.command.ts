import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { inspect } from 'node:util';
import type { Campaign } from '../domain/campaign';
import { type Evaluation, evaluate } from '../domain/evaluation';
import type { Round } from '../domain/nomination';
import { frozenInputs, resultJson } from '../features/awards/result.view';
import { type BundleFinding, findingText } from '../features/dossiers/bundle/bundle-finding';
import { evidenceOfFiles } from '../features/dossiers/bundle/evidence-source';
import { exportRound } from '../features/dossiers/bundle/export-round';
import { type RenderOptions, renderRound } from '../features/dossiers/bundle/render-round';
import { type Papers, blankPapers } from '../features/dossiers/papers/paper';
import { DossierCache, cacheFolder } from '../features/dossiers/printing/dossier-cache';
import { readConfig } from '../platform/config/config';
import { sha256Hex } from '../platform/hash';
import { message } from '../platform/messages/message';
import { findBrowser } from '../platform/pdf/find-browser';
import { PdfRenderer } from '../platform/pdf/pdf-renderer';
import { projectRoot } from '../platform/project';
import { ENGINE } from '../platform/version';
import { refuse } from './failure';
import { readFiles } from './inputs';
import { progress } from './progress';
import {
  DOSSIERS,
  FROZEN_CAMPAIGN,
  FROZEN_NOMINATIONS,
  RESULT,
  requireFree,
  writeFiles,
  writeWhole,
} from './run-folder';
import { summary } from './summary';
import { explain, print } from './terminal';

export interface RunOptions {
  out: string;
  resultOnly?: boolean;
  zip?: string;
  debug?: boolean;
}

/**
 * `thidua run CAMPAIGN NOMINATIONS --out DIR [--result-only] [--zip FILE]`: checks, scores, ranks, allocates, and writes
 * the result, its frozen inputs and the dossiers, and the bundle of all of them where one is asked for. Without a browser,
 * or where a document cannot be made, all else is written, and the exit code is 1: something that was asked for is not there.
 */
export async function runRound(
  campaignPath: string,
  nominationsPath: string,
  { out, resultOnly, zip, debug }: RunOptions,
): Promise<void> {
  if (zip !== undefined) await requireFreeZip(zip);
  const { campaign, round } = await readFiles(campaignPath, nominationsPath);
  await requireFree(out);
  const evaluated = {
    campaign,
    round,
    evaluation: evaluate(campaign, round),
    papers: blankPapers(round.date),
    engine: ENGINE,
  };
  const browser = resultOnly ? undefined : await findBrowser();
  const findings: BundleFinding[] = [];
  await writeWhole(out, async (folder) => {
    await writeFiles(folder, resultFiles(evaluated));
    if (!browser) return;
    findings.push(
      ...(await writeDossiers(evaluated, { folder: join(folder, DOSSIERS), zip, debug }, browser)),
    );
  });
  print(summary(campaign, round, evaluated.evaluation));
  print(`\n${message(browser ? 'cli.run.written' : 'cli.run.written-result', { out })}`);
  if (!browser && !resultOnly) lacks(message('cli.run.no-browser'));
  for (const finding of findings) explain(findingText(finding));
  if (findings.length > 0) lacks(message('cli.run.incomplete', { count: findings.length }));
}

function lacks(what: string): void {
  explain(what);
  process.exitCode = 1;
}

interface Evaluated {
  campaign: Campaign;
  round: Round;
  evaluation: Evaluation;
  papers: Papers;
  engine: string;
}

function resultFiles({ campaign, round, evaluation, engine }: Evaluated): Record<string, string> {
  const frozen = frozenInputs(campaign, round);
  return {
    [RESULT]: resultJson(campaign, round, evaluation, engine, frozen),
    [FROZEN_CAMPAIGN]: frozen.campaign,
    [FROZEN_NOMINATIONS]: frozen.nominations,
  };
}

/** A bundle is never put in place of a file that is there. */
async function requireFreeZip(zip: string): Promise<void> {
  if (!/\.zip$/i.test(zip)) refuse('cli.run.not-zip', { zip });
  if (await stat(zip).catch(() => undefined)) refuse('cli.run.zip-exists', { zip });
}

/** Prints are kept where the service of this checkout keeps them, wherever the command is given. */
async function writeDossiers(
  evaluated: Evaluated,
  { folder, zip, debug }: { folder: string } & Pick<RunOptions, 'zip' | 'debug'>,
  executablePath: string,
): Promise<BundleFinding[]> {
  const renderer = await PdfRenderer.open({ executablePath });
  const shown = progress();
  const { dataDir, maxKeptMb } = readConfig(process.env);
  const cacheDir = cacheFolder(resolve(projectRoot, dataDir));
  const onFailure = (_: string, failure: unknown) => debug && explain(inspect(failure));
  const options = { renderer, cacheDir, onFailure };
  try {
    const onProgress = (done: number, total: number) => shown.at(done, total);
    const { findings } = await renderRound(evaluated, folder, { ...options, onProgress });
    if (zip !== undefined) findings.push(...(await writeBundle(evaluated, resolve(zip), options)));
    await new DossierCache(cacheDir).prune(maxKeptMb);
    return findings;
  } finally {
    shown.stop();
    await renderer.close();
  }
}

/** From files alone evidence is named, and none is merged: no path that a file names is ever opened. */
async function writeBundle(
  data: Evaluated,
  target: string,
  options: RenderOptions,
): Promise<BundleFinding[]> {
  const { campaign, nominations } = frozenInputs(data.campaign, data.round);
  const evidence = evidenceOfFiles(sha256Hex(campaign + nominations));
  const { findings } = await exportRound({ ...options, target, data, evidence });
  return findings;
}
