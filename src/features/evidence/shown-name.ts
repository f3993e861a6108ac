import { oneLine } from '../../platform/text/printable';
import { FILE_TYPES, type FileType } from './file-type';

const LONGEST = 150;
/** Names that Windows keeps for devices, whatever ending follows: such a file could not be saved. */
const DEVICE = /^(?=(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$))/i;
/** Folders, what no file system of an office takes in a name, and signs that stand for none. */
const UNNAMEABLE = /[<>:"|?*\u200b-\u200d\u2060\uFFFE\uFFFF]/g;

/**
 * The name of a file as people read it and get it back: without folders, line breaks, quotes and marks that turn the
 * direction of a text; NFC; with the ending of what it is, whatever it was called.
 */
export function shownName(sent: string, type: FileType): string {
  const last = sent.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const name = oneLine(last)
    .replace(UNNAMEABLE, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(DEVICE, 'tep-');
  const [ending] = FILE_TYPES[type].endings;
  const known = FILE_TYPES[type].endings.find((each) => name.toLowerCase().endsWith(`.${each}`));
  const stem = known ? name.slice(0, -known.length - 1) : name;
  return `${shortened(stem) || 'tep'}.${known ? name.slice(-known.length) : ending}`;
}

/** Whole letters only, however many code units each has. */
function shortened(stem: string): string {
  return [...stem].slice(0, LONGEST).join('').trim();
}
