import { type Actor, may } from '../../domain/access';
import type { Campaign, LegalBasis } from '../../domain/campaign';
import { message } from '../../platform/messages/message';
import { capitalised } from '../../platform/text/printable';
import { plainDay } from '../../platform/text/vietnam-time';
import type { OpenedPhase } from '../campaigns/campaign.view';
import { deadlinesAddress } from '../deadlines/address';
import type { DeadlineLine } from '../deadlines/deadlines-page.view';
import { phaseAddress, planAddress, quotaAddress, settingsAddress } from './address';
import { type QuotaGround, awardViews } from './awards.view';
import { criteriaViews } from './criteria.view';
import { phaseBadge } from './phase-badge';
import type { PlannedPhase } from './plan.queries';

interface Parts {
  phase: PlannedPhase;
  deadlines: readonly DeadlineLine[];
  /** All phases of the campaign that are open. */
  opened: readonly OpenedPhase[];
  quotas: QuotaGround['lines'];
}

/** Everything that a person should know of a phase before writing a nomination. */
export function campaignPage({ phase, deadlines, opened, quotas }: Parts, actor: Actor) {
  const { campaign, planned, opened: row } = phase;
  const ground = row && { participants: row.participants, lines: quotas };
  return {
    head: { lead: planned.title, crumbs: [{ href: '/phong-trao', label: message('campaign.list') }] },
    heading: campaign.title,
    badge: phaseBadge(row),
    results: row?.publishedAt ? phaseAddress(campaign.code, planned.code, 'ket-qua') : '',
    office: may(actor, 'campaign.write') ? officeDoors(phase) : null,
    facts: factsOf(phase),
    bases: campaign.legalBasis.map(basisText),
    deadlines,
    sets: criteriaViews(campaign),
    awards: awardViews(campaign, ground),
    scoring: scoringWords(campaign),
    tieBreaks: campaign.tieBreaks.map((key) => tieBreakText(campaign, key)),
    assumptions: campaign.assumptions,
    phases: phaseLines(phase, opened),
  };
}

function officeDoors({ campaign: { code }, planned, opened }: PlannedPhase) {
  const settings = { href: settingsAddress(code, planned.code), label: message('door.settings') };
  const plan = { href: planAddress(code), label: message('door.plan') };
  if (opened === null) return [{ ...settings, label: message('door.open') }, plan];
  return [
    { href: deadlinesAddress(code, planned.code), label: message('door.deadlines') },
    settings,
    { href: quotaAddress(code, planned.code), label: message('door.quotas') },
    plan,
  ];
}

function factsOf({ campaign: { organizer }, version, planned, opened }: PlannedPhase) {
  const parent = organizer.parent === undefined ? null : organizer.parent;
  const time = message('phase.time', { from: plainDay(planned.from), to: plainDay(planned.to) });
  return [
    { label: message('fact.organizer'), text: organizer.name, sub: parent, href: null, badge: null },
    fact('time', time),
    fact('review', message(`review.${planned.review}`)),
    ...(opened ? [fact('decision-day', plainDay(opened.date))] : []),
    fact('plan', message('plan.version', { plan: version })),
  ];
}

function fact(name: string, text: string) {
  return { label: message(`fact.${name}`), text, sub: null, href: null, badge: null };
}

function basisText({ number, date, issuer, title }: LegalBasis): string {
  const day = date === undefined ? '' : message('basis.date', { day: plainDay(date) });
  const by = issuer === undefined ? '' : message('basis.issuer', { issuer });
  return message('basis', { number, day, issuer: by, title });
}

function scoringWords({ scoring: { official, council }, policy }: Campaign): string[] {
  return [
    message(`scoring.${official}`),
    ...(official === 'council'
      ? [message(`scoring.council.${council.aggregate}`, { least: council.minScorers })]
      : []),
    message(`policy.${policy.minimum}`),
  ];
}

/** `ưu tiên cá nhân nữ…`; a criterion is told by its code and text. */
function tieBreakText({ criteriaSets }: Campaign, key: Campaign['tieBreaks'][number]): string {
  const [kind = '', code = ''] = key.split(':');
  const criterion = criteriaSets.flatMap(({ criteria }) => criteria).find((each) => each.code === code);
  const of = criterion ? `${code} (${criterion.text})` : code;
  return capitalised(message(`tie-break.${kind}`, { of }));
}

/** The phases of the plan, each open one with the version that it stays on. */
function phaseLines(
  { campaign, planned: shown, row: { version } }: PlannedPhase,
  opened: readonly OpenedPhase[],
) {
  const dropped = opened.filter(({ row }) => !campaign.phases.some(({ code }) => code === row.code));
  return [...campaign.phases, ...dropped.map(({ planned }) => planned)].map((planned) => {
    const open = opened.find(({ row }) => row.code === planned.code);
    const stays = open && open.plan !== version;
    return {
      href: phaseAddress(campaign.code, planned.code),
      title: planned.title,
      time: message('phase.time', { from: plainDay(planned.from), to: plainDay(planned.to) }),
      badge: phaseBadge(open?.row ?? null),
      current: planned.code === shown.code,
      plan: open ? message(stays ? 'phase.stays' : 'phase.plan', { plan: open.plan, newest: version }) : '',
    };
  });
}
