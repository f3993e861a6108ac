import { randomBytes } from 'node:crypto';
import { SYSTEM } from '../../domain/access';
import type { UnitOfWork } from '../../platform/database/unit-of-work';
import { InstallationRow } from './installation.entity';

const ID = 'secret';

/** The key that signs cookies and form tokens: the same for every process on one database, and after every restart. */
export class InstallationSecret {
  private constructor(readonly value: string) {}

  /** Reads it, or makes it at the first start. */
  static async of(unitOfWork: UnitOfWork): Promise<InstallationSecret> {
    const known = await unitOfWork.reader.findOneBy(InstallationRow, { id: ID });
    return new InstallationSecret(known?.value ?? (await make(unitOfWork)));
  }
}

/** The secret itself stays out of the audit. */
function make(unitOfWork: UnitOfWork): Promise<string> {
  return unitOfWork.run(SYSTEM, async ({ manager, audit }) => {
    const known = await manager.findOneBy(InstallationRow, { id: ID });
    if (known) return known.value;
    const value = randomBytes(32).toString('base64url');
    await manager.insert(InstallationRow, { id: ID, value });
    await audit.record({ action: 'installation.begin', subject: { type: 'installation', id: ID } });
    return value;
  });
}
