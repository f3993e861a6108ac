import type { Campaign } from '../../../domain/campaign';
import { readRound } from '../../../domain/definition/read-round';
import type { Round } from '../../../domain/nomination';
import { loadText } from '../../campaigns/files/load-text';
import type { LocatedFinding } from '../../campaigns/files/located-finding';
import { readSource } from '../../campaigns/files/read-source';
import { isZip } from '../../campaigns/files/zip-signature';
import { loadWorkbook } from './load-workbook';

/**
 * Reads nominations from .yaml, .json or .xlsx (told by content) against their campaign. `round` is there exactly when
 * no finding is an error. Never throws for a file.
 */
export async function loadRound(
  path: string,
  campaign: Campaign,
): Promise<{ round?: Round; findings: LocatedFinding[] }> {
  const { bytes, findings } = await readSource(path);
  if (!bytes) return { findings };
  if (isZip(bytes)) return loadWorkbook(bytes, path, campaign);
  const loaded = loadText(bytes, path, (plain) => readRound(plain, campaign));
  return { round: loaded.value?.round, findings: loaded.findings };
}

/** What a file of nominations says of itself while nobody knows its campaign: whether it is there, and a text in good form. */
export async function formOfRound(path: string): Promise<LocatedFinding[]> {
  const { bytes, findings } = await readSource(path);
  if (!bytes) return findings;
  return isZip(bytes) ? [] : loadText(bytes, path, () => ({ findings: [] })).findings;
}
