import type { Campaign, Day } from '../../../domain/campaign';
import { message } from '../../../platform/messages/message';
import { oneLine } from '../../../platform/text/printable';
import type { DocumentTemplate } from '../papers/document-templates';
import { MINUTES_LINE } from '../papers/paper';
import { citation } from '../words/citation';
import { instrumentsOn } from '../words/legal-basis';
import { quotedTitle } from './frame.view';
import { inProvince } from './full-names';

/**
 * All lines of căn cứ that no office has worded, each without its last mark: what gives the power where the form asks for it,
 * the law in force on the day, what the plan rests on, the plan itself, the minutes.
 */
export function usualGrounds(campaign: Campaign, day: Day, { power }: DocumentTemplate): string[] {
  return [
    ...(power === undefined ? [] : powerLine(campaign, power)),
    ...[...instrumentsOn(day), ...campaign.legalBasis].map(citation),
    ...ownPlan(campaign),
    MINUTES_LINE,
  ];
}

const COMMITTEE = /^([UỦ][ỷy] ban nhân dân|UBND)(?= )/u;

/** Of a body that a people's committee has set up, such as a Sở; the powers of a committee itself stand in law. */
function powerLine(campaign: Campaign, power: string): string[] {
  const { organizer } = campaign;
  const superior = oneLine(organizer.parent ?? '');
  if (!COMMITTEE.test(superior) || COMMITTEE.test(oneLine(organizer.name))) return [];
  return [power.replace('{superior}', superior).replace('{organizer}', inProvince(campaign, organizer.name))];
}

/** The plan by which the organizer carries out that of its superior: with blanks, as long as the campaign does not cite it. */
function ownPlan(campaign: Campaign): string[] {
  const { organizer, legalBasis } = campaign;
  const own = shortened(organizer.name);
  if (!organizer.parent || legalBasis.some(({ issuer }) => shortened(issuer ?? '').includes(own))) return [];
  return [
    message('dossier.grounds.plan', {
      symbol: oneLine(organizer.symbol ?? '') || '……',
      organizer: oneLine(organizer.name),
      title: quotedTitle(campaign),
    }),
  ];
}

function shortened(body: string): string {
  return oneLine(body).replace(/[UỦ][ỷy] ban nhân dân/u, 'UBND');
}
