import type { Campaign } from '../../../domain/campaign';
import type { Nomination } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import { type Control, type Sheet, control } from './controls';
import { DETAILS, type Detail } from './draft.document';
import { textOf } from './typed';

/** The part about the nominee: name, award asked for, and what its kind asks. */
export function nomineeView({ awards }: Campaign, { subject }: Nomination, sheet: Sheet) {
  const proposed = control(sheet, 'select', 'proposed', {
    label: message('draft.proposed'),
    blank: message('draft.proposed.blank'),
    options: awards.map(({ code, name }) => ({ value: code, label: name })),
  });
  return {
    heading: message(`draft.nominee.${subject}`),
    name: control(sheet, 'input', 'name', { label: message(`draft.name.${subject}`), required: true }),
    details: DETAILS[subject].map((detail) => detailControl(detail, sheet)),
    proposed: awards.length > 0 ? [proposed] : [],
  };
}

const CLASSES = ['administrative', 'public-service', 'enterprise', 'mass-organization'];

function detailControl(detail: Detail, sheet: Sheet): Control {
  const label = message(`sheet.column.${detail}`);
  switch (detail) {
    case 'members':
    case 'women':
      return control(sheet, 'number', detail, { label, whole: true, suffix: message('draft.people') });
    case 'position':
      return control(sheet, 'input', detail, { label });
    case 'orgClass':
      return control(sheet, 'select', detail, {
        label,
        blank: message('draft.unchosen'),
        options: classes(sheet),
      });
    default:
      return control(sheet, 'select', detail, {
        label,
        blank: message('draft.unchosen'),
        options: words(detail),
      });
  }
}

/** A class that came with a file and is none of the usual ones stays what it is. */
function classes({ typed }: Sheet) {
  const own = textOf(typed, 'orgClass');
  const known = CLASSES.map((value) => ({ value, label: message(`draft.class.${value}`) }));
  return own === '' || CLASSES.includes(own) ? known : [...known, { value: own, label: own }];
}

function words(detail: 'gender' | 'positionClass') {
  const [family, values] =
    detail === 'gender'
      ? (['gender', ['female', 'male']] as const)
      : (['position-class', ['direct', 'leader']] as const);
  return values.map((value) => ({ value, label: message(`sheet.${family}.${value}`) }));
}
