import { join } from 'node:path';
import type { Campaign } from '../domain/campaign';
import { evaluate } from '../domain/evaluation';
import type { Round } from '../domain/nomination';
import { resultJson } from '../features/awards/result.view';
import { sha256Hex } from '../platform/hash';
import { message } from '../platform/messages/message';
import { ENGINE } from '../platform/version';
import { Refusal, refuse } from './failure';
import { readRegularFile } from './regular-file';
import { FROZEN_CAMPAIGN, FROZEN_NOMINATIONS, RESULT } from './run-folder';
import { print } from './terminal';

/** `thidua replay DIR`: the inputs frozen in the folder must give its result.json again, byte for byte. */
export async function replay(dir: string): Promise<void> {
  const kept = await readKept(dir);
  const differing = differences(kept);
  if (differing.length > 0) throw new Refusal(differing);
  print(message('cli.replay.same', { file: RESULT, hash: sha256Hex(kept.result) }));
}

/** In what a result and its inputs do not fit together, in sentences; empty when a replay gives the same bytes. */
export function differences(kept: Kept): string[] {
  try {
    const said = saidBy(kept.result);
    const changed = changedInputs(kept, said);
    if (changed.length > 0) return changed;
    if (said.engine !== ENGINE) refuseOtherEngine(kept, said.engine);
    if (again(kept, ENGINE) !== kept.result) refuse('cli.replay.result-differs', { file: RESULT });
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.lines;
    throw error;
  }
}

export interface Kept {
  campaign: string;
  nominations: string;
  result: string;
}

interface Said {
  engine: string;
  inputs: { campaign: string; nominations: string };
}

async function readKept(dir: string): Promise<Kept> {
  const [campaign, nominations, result] = await Promise.all([
    readExactly(dir, FROZEN_CAMPAIGN),
    readExactly(dir, FROZEN_NOMINATIONS),
    readExactly(dir, RESULT),
  ]);
  return { campaign, nominations, result };
}

/** The text of exactly these bytes: a byte that is no UTF-8 or a byte order mark is a change, never smoothed over. */
async function readExactly(dir: string, name: string): Promise<string> {
  const bytes = await readRegularFile(join(dir, name)).catch(() =>
    refuse('cli.replay.no-file', { dir, file: name }),
  );
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse('cli.replay.not-text', { file: name });
  }
}

/** What the result says about its own making. */
function saidBy(result: string): Said {
  try {
    const { engine, inputs } = JSON.parse(result) as Said;
    return { engine: String(engine), inputs: { campaign: inputs.campaign, nominations: inputs.nominations } };
  } catch {
    return refuse('cli.replay.not-a-result', { file: RESULT });
  }
}

function changedInputs(kept: Kept, { inputs }: Said): string[] {
  return [
    { file: FROZEN_CAMPAIGN, said: inputs.campaign, found: sha256Hex(kept.campaign) },
    { file: FROZEN_NOMINATIONS, said: inputs.nominations, found: sha256Hex(kept.nominations) },
  ]
    .filter(({ said, found }) => said !== found)
    .map(({ file, said, found }) => message('cli.replay.input-changed', { file, said: String(said), found }));
}

function refuseOtherEngine(kept: Kept, said: string): never {
  const same = again(kept, said) === kept.result;
  refuse(same ? 'cli.replay.engine-differs' : 'cli.replay.engine-and-result-differ', { said, now: ENGINE });
}

function again({ campaign, nominations }: Kept, engine: string): string {
  try {
    const plan = JSON.parse(campaign) as Campaign;
    const round = JSON.parse(nominations) as Round;
    return resultJson(plan, round, evaluate(plan, round), engine);
  } catch {
    return refuse('cli.replay.unusable', {});
  }
}
