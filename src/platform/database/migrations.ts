import { Ground0000000000001 } from './migrations/0001-ground';
import { Campaigns0000000000002 } from './migrations/0002-campaigns';
import { Nominations0000000000003 } from './migrations/0003-nominations';
import { Awards0000000000004 } from './migrations/0004-awards';
import { ByteOrder0000000000005 } from './migrations/0005-byte-order';
import { Accounts0000000000006 } from './migrations/0006-accounts';
import { EvidenceFiles0000000000008 } from './migrations/0008-evidence-files';
import { Desk0000000000009 } from './migrations/0009-desk';
import { Council0000000000010 } from './migrations/0010-council';
import { Decisions0000000000011 } from './migrations/0011-decisions';
import { Deadlines0000000000013 } from './migrations/0013-deadlines';
import { Notices0000000000014 } from './migrations/0014-notices';
import { Drafts0000000000016 } from './migrations/0016-drafts';
import { Papers0000000000017 } from './migrations/0017-papers';
import { Exports0000000000018 } from './migrations/0018-exports';
import { SignedPapers0000000000019 } from './migrations/0019-signed-papers';
import { UnitCodes0000000000020 } from './migrations/0020-unit-codes';
import { UnitPapers0000000000021 } from './migrations/0021-unit-papers';
import { ListIndex0000000000022 } from './migrations/0022-list-index';
import { ExportWord0000000000023 } from './migrations/0023-export-word';
import { AllowanceOfFormerUnit0000000000024 } from './migrations/0024-allowance-of-former-unit';
import { ChangedIndex0000000000025 } from './migrations/0025-changed-index';

/** In order; a migration that has run anywhere is never edited. */
export const migrations = [
  Ground0000000000001,
  Campaigns0000000000002,
  Nominations0000000000003,
  Awards0000000000004,
  ByteOrder0000000000005,
  Accounts0000000000006,
  EvidenceFiles0000000000008,
  Desk0000000000009,
  Council0000000000010,
  Decisions0000000000011,
  Deadlines0000000000013,
  Notices0000000000014,
  Drafts0000000000016,
  Papers0000000000017,
  Exports0000000000018,
  SignedPapers0000000000019,
  UnitCodes0000000000020,
  UnitPapers0000000000021,
  ListIndex0000000000022,
  ExportWord0000000000023,
  AllowanceOfFormerUnit0000000000024,
  ChangedIndex0000000000025,
];
