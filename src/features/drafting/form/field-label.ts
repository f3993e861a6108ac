import type { CriteriaSet } from '../../../domain/campaign';
import { hasMessage, message } from '../../../platform/messages/message';
import { criteriaInSentence } from '../../campaigns/criterion-label';
import { NARRATIVE, PROFILE } from '../../nominations/report/report-sections';

/** What a field is called where it does not stand beside its label: in the list of what is to be mended. */
export function labelOf(set: CriteriaSet, field: string): string {
  const [group = '', first = '', second = ''] = field.split('.');
  const criterion = criteriaInSentence(set, [set.criteria[Number(first)]?.code ?? '']);
  if (group === 'self') return message('draft.label.self', { criterion });
  if (group === 'said') return message('draft.label.said', { criterion });
  if (group === 'evidence') return message('draft.label.evidence', { criterion, number: Number(second) + 1 });
  if (group === 'history' || group === 'award')
    return message(`draft.label.${group}`, { number: Number(first) + 1 });
  if (group === 'report') return headingOf(set, first);
  if (group === 'proposed') return message('draft.proposed');
  return hasMessage(`sheet.column.${group}`) ? message(`sheet.column.${group}`) : '';
}

function headingOf({ subject }: CriteriaSet, key: string): string {
  return [...PROFILE[subject], ...NARRATIVE].find((field) => field.key === key)?.heading ?? key;
}
