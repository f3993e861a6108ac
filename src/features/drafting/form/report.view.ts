import type { Campaign } from '../../../domain/campaign';
import type { Nomination } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import { NARRATIVE, PROFILE, type SectionField } from '../../nominations/report/report-sections';
import { generalProfile, otherSections } from '../../nominations/report/report-reader';
import { type Control, type Sheet, control } from './controls';
import { AWARD } from './draft.document';
import { HISTORY, SUMMARY, SUPERIOR, profileFields, profileHeading } from './report.fields';
import { rowsView } from './rows.view';
import { textOf } from './typed';

/** The text of the dossier beside the criteria: part I, the narrative of part II, and what a file has brought besides. */
export function reportView(nomination: Nomination, sheet: Sheet) {
  const { report, subject } = nomination;
  return {
    profile: {
      heading: profileHeading(subject),
      fields: profileFields(nomination).map((field) => section(field, sheet)),
    },
    narrative: [SUMMARY, ...NARRATIVE].map((field) => section(field, sheet)),
    superior: control(sheet, 'input', `report.${SUPERIOR.key}`, {
      label: SUPERIOR.heading,
      hint: message('draft.superior.hint'),
    }),
    others: [...generalProfile(report), ...otherSections(report, PROFILE[subject])],
  };
}

const SHORT = ['birth', 'head', 'staff', 'residence', 'hometown', 'name', 'gender', 'unit', 'position'];

function section({ key, heading }: SectionField, sheet: Sheet): Control {
  const hint = key === 'staff' ? { hint: message('draft.staff.hint') } : {};
  return control(sheet, SHORT.includes(key) ? 'input' : 'area', `report.${key}`, { label: heading, ...hint });
}

/** Earlier awards: those of any kind as the report lists them, and those of this very campaign, which bar another one. */
export function earlierView({ code, awards, phases }: Campaign, sheet: Sheet) {
  const history = rowsView(sheet, 'history', HISTORY, (row, alone) => ({
    controls: HISTORY.map((key) =>
      control(alone, 'input', `${row}.${key}`, { label: message(`sheet.column.${key}`) }),
    ),
    hidden: [],
  }));
  const awarded = rowsView(
    sheet,
    'award',
    AWARD,
    (row, alone) => ({
      controls: [
        control(alone, 'select', `${row}.award`, {
          label: message('sheet.column.award'),
          blank: message('draft.unchosen'),
          options: withOwn(
            awards.map((award) => [award.code, award.name]),
            textOf(sheet.typed, `${row}.award`),
          ),
        }),
        control(alone, 'select', `${row}.phase`, {
          label: message('draft.phase'),
          blank: message('draft.this-phase'),
          options: withOwn(
            phases.map((phase) => [phase.code, phase.title]),
            textOf(sheet.typed, `${row}.phase`),
          ),
        }),
        control(alone, 'input', `${row}.decision`, { label: message('sheet.column.decision') }),
      ],
      hidden: [{ name: `${row}.campaign`, value: textOf(sheet.typed, `${row}.campaign`) || code }],
    }),
    { idle: ['campaign', 'phase'] },
  );
  return { history, awarded: awards.length > 0 ? awarded : null };
}

/** An award or phase of another campaign, from a file, stays what it is. */
function withOwn(known: readonly [string, string][], own: string) {
  const options = known.map(([value, label]) => ({ value, label }));
  return own === '' || known.some(([code]) => code === own)
    ? options
    : [...options, { value: own, label: own }];
}
