import type { CriteriaSet } from '../../../domain/campaign';
import type { Nomination } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import {
  achievementOn,
  generalProfile,
  otherAchievements,
  otherSections,
  section,
} from '../../nominations/report/report-reader';
import { NARRATIVE, PROFILE } from '../../nominations/report/report-sections';
import { criterionTitle } from '../../campaigns/criterion-label';

export interface ReportPart {
  heading: string;
  paragraphs: string[];
}

/** What the report says, in the order of its form; parts that say nothing are left out. */
export function reportView(set: CriteriaSet, { report, subject }: Nomination): ReportPart[] {
  const criteria = set.criteria.filter(({ role }) => role !== 'gate');
  const codes = criteria.map(({ code }) => code);
  return [
    part(message('case.report.general'), generalProfile(report)),
    ...PROFILE[subject].map(({ key, heading }) => part(heading, section(report, key))),
    part(message('case.report.summary'), section(report, 'summary')),
    ...criteria.map((each) => part(criterionTitle(each), achievementOn(report, each.code))),
    part(message('case.report.achievements'), otherAchievements(report, codes)),
    ...NARRATIVE.map(({ key, heading }) => part(heading, section(report, key))),
    part(message('case.report.others'), otherSections(report, PROFILE[subject])),
  ].filter(({ paragraphs }) => paragraphs.length > 0);
}

function part(heading: string, paragraphs: string[]): ReportPart {
  return { heading, paragraphs };
}
