import { readFileSync, readlinkSync } from 'node:fs';
import { newId } from '../../../platform/database/new-id';
import { sha256Hex } from '../../../platform/hash';

/**
 * Names all processes among which a process number means one process: those of one container, or of one machine outside of
 * any, since it was started. Names of hosts do not: containers may share one. Where the system does not tell, this process is
 * alone in its place, and one that has died is missed when its lease ends.
 */
export const PLACE = sha256Hex(numbering()).slice(0, 32);

function numbering(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8') + readlinkSync('/proc/self/ns/pid');
  } catch {
    return newId();
  }
}
