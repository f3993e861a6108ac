import { DomainError, InputRefused } from '../../domain/domain-error';
import { uncleanPlaces } from '../../platform/http/clean-body';
import { type Loaded, type Read, loadText } from './files/load-text';

/**
 * In bytes. While a YAML text is read nobody else is answered: a second for each megabyte, where JSON takes some
 * milliseconds. From the command line there is nobody else, and `loadText` reads as much as fits in memory.
 */
const LONGEST_YAML = 1_000_000;

/**
 * A YAML or JSON text that was sent to the service, through a reader of the domain. A long one must be JSON; its findings
 * then have no line. Throws `yaml-too-long`, or InputRefused for what no table could hold.
 */
export function loadSentText<T>(bytes: Buffer, file: string, read: Read<T>): Loaded<T> {
  if (bytes.length <= LONGEST_YAML) return loadText(bytes, file, read);
  const plain = parseJson(bytes);
  const unclean = uncleanPlaces(plain);
  if (unclean.length > 0) throw new InputRefused(unclean, 'invalid-fields');
  const value = read(plain);
  return { value, findings: value.findings.map((finding) => ({ ...finding, file })) };
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new DomainError('yaml-too-long', { most: LONGEST_YAML / 1000 });
  }
}
