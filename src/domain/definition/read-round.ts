import { compareCodes } from '../canonical';
import type { Campaign } from '../campaign';
import type { Finding } from '../finding';
import type { CouncilAttendance, Round } from '../nomination';
import { checkRound } from './check-round';
import { Fields, items, pairs } from './fields';
import { Findings, Node } from './node';
import { type Plan, planOf } from './plan';
import { readNomination } from './read-nominations';
import { isAnotherThing, readSchema } from './read-schema';
import { readTieResolution } from './read-ties';
import { UNREADABLE, code, day, natural, ordinal } from './scalars';

const KEYS = 'schema campaign phase date participants council nominations tieResolutions';

/**
 * Reads the plain value of a nominations.yaml (spec §2, §8) against its campaign: everything wrong with it is found in
 * one go. `round` is there exactly when no finding is an error, its nominations sorted by code. Never throws.
 */
export function readRound(plain: unknown, campaign: Campaign): { round?: Round; findings: Finding[] } {
  const findings = new Findings();
  const node = new Node(plain, findings);
  if (isAnotherThing(node, 'thidua/nominations@1')) return { findings: findings.list };
  const round = roundOf(new Fields(node, KEYS.split(' ')), planOf(campaign));
  checkRound(campaign, round, findings);
  if (findings.hasErrors) return { findings: findings.list };
  round.nominations.sort((a, b) => compareCodes(a.code, b.code));
  return { round, findings: findings.list };
}

function roundOf(fields: Fields, plan: Plan): Round {
  readSchema(fields, 'thidua/nominations@1');
  const campaign = readCampaignCode(fields.required('campaign'), plan);
  const phase = readPhaseCode(fields.required('phase'), plan);
  const council = fields.blankable('council', readCouncil);
  const context = { plan, campaign, phase, council };
  return {
    campaign,
    phase,
    date: day(fields.required('date')),
    participants: fields.blankable('participants', (node) => readParticipants(node, plan)) ?? {},
    council,
    nominations: items(fields.required('nominations')).map((node) => readNomination(node, context)),
    tieResolutions: fields.list('tieResolutions', (node) => readTieResolution(node, plan)),
  };
}

function readCampaignCode(node: Node, { campaign }: Plan): string {
  const found = code(node);
  if (found !== UNREADABLE && found !== campaign.code)
    node.error('another-campaign', { found, expected: campaign.code });
  return found;
}

function readPhaseCode(node: Node, { campaign }: Plan): string {
  const found = code(node);
  if (found !== UNREADABLE && !campaign.phases.some((phase) => phase.code === found))
    node.error('unknown-phase', { found, known: campaign.phases.map((phase) => phase.code).join(', ') });
  return found;
}

function readCouncil(node: Node): CouncilAttendance {
  const fields = new Fields(node, ['members', 'present', 'written']);
  const council = {
    members: ordinal(fields.required('members')),
    present: natural(fields.required('present')),
    written: fields.optional('written', natural) ?? 0,
  };
  if (council.present + council.written > council.members)
    node.error('present-above-members', { ...council });
  return council;
}

function readParticipants(node: Node, { campaign }: Plan): Record<string, number> {
  const known = ['collective', 'individual', 'household', ...campaign.criteriaSets.map((set) => set.code)];
  const counts = pairs(node).map(([key, value]): [string, number] => {
    if (!known.includes(key)) value.error('unknown-participants', { found: key, known: known.join(', ') });
    return [key, natural(value)];
  });
  return Object.fromEntries(counts);
}
