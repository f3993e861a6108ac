import type { Campaign } from '../domain/campaign';
import { evaluate } from '../domain/evaluation';
import type { Round } from '../domain/nomination';
import { resultJson } from '../features/awards/result.view';
import { sha256Hex } from '../platform/hash';
import { message } from '../platform/messages/message';
import { ENGINE } from '../platform/version';
import { Refusal, refuse } from './failure';
import { FROZEN_CAMPAIGN, FROZEN_NOMINATIONS, RESULT } from './run-folder';

/** A result and the inputs that it says it was worked out from, each as its file holds it. */
export interface Kept {
  campaign: string;
  nominations: string;
  result: string;
}

interface Said {
  engine: string;
  inputs: { campaign: string; nominations: string };
}

/**
 * In what a result and its inputs do not fit together, in sentences; empty when a replay gives the same bytes. Hostile inputs
 * can keep it busy for ever: see `replayed`.
 */
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

/** What the result says about its own making. */
function saidBy(result: string): Said {
  try {
    const { engine, inputs } = JSON.parse(result) as Said;
    const said = { campaign: String(inputs.campaign), nominations: String(inputs.nominations) };
    return { engine: String(engine), inputs: said };
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
    .map(({ file, said, found }) => message('cli.replay.input-changed', { file, said, found }));
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
