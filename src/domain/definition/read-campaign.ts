import type { Aggregate, Campaign, Layer } from '../campaign';
import type { Finding } from '../finding';
import { Fields } from './fields';
import { lintCampaign } from './lint-campaign';
import { Findings, Node } from './node';
import { readAward } from './read-awards';
import { readCriteriaSet } from './read-criteria';
import { readLegalBasis, readOrganizer, readPhase, timezone } from './read-organizer';
import { isAnotherThing, readSchema } from './read-schema';
import { readTieBreak } from './read-tie-break';
import { UNREADABLE, code, oneOf, ordinal, text } from './scalars';

const KEYS =
  'schema code title organizer legalBasis timezone phases assumptions scoring criteriaSets tieBreaks policy awards';

const LAYERS: Layer[] = ['self', 'appraisal', 'council'];
const AGGREGATES: Aggregate[] = ['mean', 'median', 'trimmed-mean'];

interface CampaignRead {
  campaign?: Campaign;
  /** In place of `campaign`: wrong, but every value could be read. Good to check nominations by, and for nothing else. */
  draft?: Campaign;
  findings: Finding[];
}

/**
 * Reads the plain value of a campaign.yaml (spec §1, §8): everything wrong with it is found in one go. `campaign` is
 * there exactly when no finding is an error. Never throws. Numbers may be JavaScript numbers or the text as written.
 */
export function readCampaign(plain: unknown): CampaignRead {
  const findings = new Findings();
  const node = new Node(plain, findings);
  if (isAnotherThing(node, 'thidua/campaign@1')) return { findings: findings.list };
  const campaign = campaignOf(new Fields(node, KEYS.split(' ')));
  lintCampaign(campaign, findings);
  if (!findings.hasErrors) return { campaign, findings: findings.list };
  return campaign.criteriaSets.length > 0 && isLegible(campaign)
    ? { draft: campaign, findings: findings.list }
    : { findings: findings.list };
}

/** Whether nothing in it stands for what could not be read. */
function isLegible(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isLegible);
  return value !== UNREADABLE && !Number.isNaN(value);
}

function campaignOf(fields: Fields): Campaign {
  readSchema(fields, 'thidua/campaign@1');
  return {
    code: code(fields.required('code')),
    title: text(fields.required('title')),
    organizer: readOrganizer(fields.required('organizer')),
    legalBasis: fields.list('legalBasis', readLegalBasis),
    timezone: fields.optional('timezone', timezone) ?? 'Asia/Ho_Chi_Minh',
    phases: fields.someOf('phases', readPhase),
    assumptions: fields.list('assumptions', text),
    scoring: fields.blankable('scoring', readScoring) ?? { official: 'appraisal', council: DEFAULT_COUNCIL },
    criteriaSets: fields.someOf('criteriaSets', readCriteriaSet),
    tieBreaks: fields.list('tieBreaks', readTieBreak),
    policy: fields.blankable('policy', readPolicy) ?? { minimum: 'reserve' },
    awards: fields.list('awards', readAward),
  };
}

const DEFAULT_COUNCIL: Campaign['scoring']['council'] = { aggregate: 'mean', minScorers: 1 };

function readScoring(node: Node): Campaign['scoring'] {
  const fields = new Fields(node, ['official', 'council']);
  return {
    official: fields.optional('official', oneOf(...LAYERS)) ?? 'appraisal',
    council: fields.blankable('council', readCouncil) ?? DEFAULT_COUNCIL,
  };
}

function readCouncil(node: Node): Campaign['scoring']['council'] {
  const fields = new Fields(node, ['aggregate', 'minScorers']);
  return {
    aggregate: fields.optional('aggregate', oneOf(...AGGREGATES)) ?? DEFAULT_COUNCIL.aggregate,
    minScorers: fields.optional('minScorers', ordinal) ?? DEFAULT_COUNCIL.minScorers,
  };
}

function readPolicy(node: Node): Campaign['policy'] {
  return {
    minimum: new Fields(node, ['minimum']).optional('minimum', oneOf('reserve', 'report')) ?? 'reserve',
  };
}
