import type { Campaign } from '../../../domain/campaign';
import { lackingEvidence, missingEntries } from '../../../domain/entered';
import type { Nomination } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import { criteriaInSentence } from '../../campaigns/criterion-label';
import { achievementOn, section } from '../../nominations/report/report-reader';
import { NARRATIVE } from '../../nominations/report/report-sections';
import { idOf } from './controls';
import { DETAILS } from './draft.document';
import type { Draft } from './draft.queries';
import { labelOf } from './field-label';
import { SUMMARY, profileFields } from './report.fields';

/** Something that is not there yet, with the way to where it is written. */
interface Gap {
  text: string;
  href: string;
}

interface Gaps {
  /** Without these it cannot be sent. */
  required: Gap[];
  /** These the appraisal or the dossier will miss. */
  advised: Gap[];
}

/** What is still missing in a draft, in the order of its form. */
export function gapsOf({ row, nomination, campaign, set }: Draft): Gaps {
  const { scores, report } = nomination;
  const { criteria } = set;
  const gap = (text: string, field: string): Gap => ({ text, href: `/de-nghi/${row.id}/soan#${field}` });
  const at = (code: string) => criteria.findIndex((criterion) => criterion.code === code);
  const onCriterion = (key: string, codes: readonly string[]) =>
    codes.map((code) =>
      gap(message(`gap.${key}`, { criterion: criteriaInSentence(set, [code]) }), `tieu-chi-${at(code)}`),
    );
  const unsaid = criteria
    .filter(({ role, code }) => role === 'base' && achievementOn(report, code).length === 0)
    .map(({ code }) => code);
  const sections = [SUMMARY, ...profileFields(nomination), ...NARRATIVE]
    .filter(({ key }) => section(report, key).length === 0 && !isStated(key, nomination))
    .map(({ key, heading }) => gap(message('gap.section', { heading }), idOf(`report.${key}`)));
  return {
    required: missingEntries(set, scores.self).map((code) =>
      gap(
        message(`gap.entry.${roleOf(set, code)}`, { criterion: criteriaInSentence(set, [code]) }),
        `tieu-chi-${at(code)}`,
      ),
    ),
    advised: [
      ...detailGaps(campaign, nomination).map((key) =>
        gap(message('gap.detail', { detail: labelOf(set, key) }), key),
      ),
      ...onCriterion('evidence', lackingEvidence(set, nomination)),
      ...onCriterion('said', unsaid),
      ...sections,
    ],
  };
}

function roleOf({ criteria }: Draft['set'], code: string): 'gate' | 'base' {
  return criteria.find((criterion) => criterion.code === code)?.role === 'gate' ? 'gate' : 'base';
}

function detailGaps({ awards }: Campaign, nomination: Nomination): string[] {
  const details = DETAILS[nomination.subject].filter((key) => nomination[key] === undefined);
  return nomination.proposed === undefined && awards.length > 0 ? ['proposed', ...details] : details;
}

/** The dossier takes the head of a household and the number of people from what is stated elsewhere. */
function isStated(key: string, { members }: Nomination): boolean {
  return key === 'head' || (key === 'staff' && members !== undefined);
}
