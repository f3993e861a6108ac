import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { isMapping } from '../../domain/definition/fields';
import { DomainError } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';
import type { Nomination } from '../../domain/nomination';
import { Clock } from '../../platform/clock/clock';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { requireVersion } from '../../platform/http/etag';
import type { TakenPhase } from '../campaigns/phase.desk';
import type { OpenPhase } from '../campaigns/phase.queries';
import { UnitService } from '../units/unit.service';
import { requireFairSheets } from './fair-sheets';
import { KeptFiles } from './kept-files';
import { takeNomination } from './nomination.desk';
import { entryFor, phaseFor, requireOpen, verbOf } from './nomination.entry';
import { difference } from './nomination.difference';
import { type Accepted, acceptedNomination, nominationDocument } from './nomination.document';
import { NominationRow } from './nomination.entity';
import { nominationRows } from './nomination.queries';
import { nominationOf } from './nomination.rows';
import { insertNominations, replaceNomination } from './nomination.store';
import { ownEdit, requireOwnText, requireOwnUnit } from './own-text';
import { ownPrefix, requireNoUnitCodes, withUnitCode } from './unit-codes';
import { settleHold } from './way.service';
import { noteEntry } from './way.store';

/** What became of a nomination that was sent. */
export interface Saved {
  id: string;
  code: string;
  version: number;
  warnings: readonly Finding[];
}

const REMOVABLE =
  'audience proposed members women orgClass gender position positionClass scores evidence matters awards ballots report'.split(
    ' ',
  );

@Injectable()
export class NominationService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(KeptFiles) private readonly kept: KeptFiles,
    @Inject(UnitService) private readonly units: UnitService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Takes in one nomination in document form (spec §2): a unit begins a draft of its own, with a code of its own letters; the
   * office enters what came on paper. Throws InputRefused, `phase-not-open`, `phase-closed`, `nomination-exists`, `code-of-unit`, `another-unit` or `unit-may-not-write`.
   */
  enter(actor: Actor, campaignCode: string, phaseCode: string, plain: unknown): Promise<Saved> {
    return this.unitOfWork.run(actor, async (tx) => {
      const open = await phaseFor(tx.manager, actor, campaignCode, phaseCode);
      const prefix = await ownPrefix(tx.manager, actor);
      const accepted = acceptedNomination(open, withUnitCode(prefix, plain));
      const { code } = accepted.nomination;
      await requireFairSheets(tx.manager, accepted.nomination);
      if (prefix === null) await requireNoUnitCodes(tx.manager, [code]);
      if (await tx.manager.existsBy(NominationRow, { phaseId: open.phase.id, code }))
        throw new DomainError('nomination-exists', { code });
      const [row] = await this.takeIn(tx, actor, open, [accepted]);
      return { id: row?.id ?? '', code, version: row?.version ?? 1, warnings: accepted.warnings };
    });
  }

  /** Stores accepted nominations whose codes are free: the one way in, for one and for a document. */
  async takeIn(
    tx: Transaction,
    actor: Actor,
    open: TakenPhase,
    accepted: readonly Accepted[],
  ): Promise<NominationRow[]> {
    requireOpen(open);
    const by = { actor, at: this.clock.now() };
    const entry = entryFor(actor, open);
    const nominations = accepted.map(({ nomination }) => nomination);
    const codes = nominations.map(({ code }) => code);
    if (entry.origin === 'unit') await requireOwnText(tx.manager, actor, nominations);
    else await requireNoUnitCodes(tx.manager, codes);
    const names = nominations.map(({ unit }) => unit);
    const rows = await insertNominations(tx.manager, open, accepted, {
      ...entry,
      unitIds: await this.units.known(tx, names, codes),
      at: by.at,
    });
    for (const [index, row] of rows.entries()) {
      await noteEntry(tx, row, by);
      const after = accepted[index]?.nomination;
      const subject = { type: 'nomination', id: row.id };
      await tx.audit.record({ action: `nomination.${verbOf(row)}`, subject, after });
    }
    return rows;
  }

  /**
   * Edits a nomination by its document form. What is left out stays as it is, null takes an optional field away; the code
   * and the state stay in any case, and of a unit's own also what others have written. Throws `stale-edit`, InputRefused,
   * `nomination-code-fixed`, `nomination-state-fixed`, `nomination-closed`, `another-unit` or `unit-may-not-write`.
   */
  edit(actor: Actor, id: string, { seen, plain }: { seen: number; plain: object }): Promise<Saved> {
    return this.kept.run(actor, id, async (tx) => {
      const { row, open } = await takeNomination(tx.manager, actor, 'nomination.write', id);
      requireVersion(row, seen);
      const before = nominationOf(await nominationRows(tx.manager, id));
      const after = acceptedNomination(open, editedDocument(open, before, plain, row));
      requireSameIdentity(before, after.nomination);
      await requireFairSheets(tx.manager, after.nomination, before);
      if (row.origin === 'unit') await requireOwnUnit(tx.manager, actor, [after.nomination]);
      const unitId =
        (await this.units.known(tx, [after.nomination.unit])).get(after.nomination.unit) ?? row.unitId;
      const change = { before, after, unitId, versionId: open.phase.versionId, at: this.clock.now() };
      const replaced = await replaceNomination(tx.manager, row, change);
      await tx.audit.record({
        action: 'nomination.edit',
        subject: { type: 'nomination', id },
        ...difference(before, after.nomination),
      });
      const { version } = await settleHold(tx, replaced, open, { actor, at: change.at });
      return { id, code: row.code, version, warnings: after.warnings };
    });
  }
}

/** The reader of the files takes null for a field that somebody has begun and not filled in: here it takes a field away. */
function editedDocument(
  { campaign }: OpenPhase,
  before: Nomination,
  plain: unknown,
  { origin }: NominationRow,
): unknown {
  if (!isMapping(plain)) return plain;
  const known = nominationDocument(campaign, before);
  const document = { ...known, ...(origin === 'unit' ? ownEdit(plain, known) : plain) };
  return Object.fromEntries(
    Object.entries(document).filter(([key, value]) => value !== null || !REMOVABLE.includes(key)),
  );
}

/** Codes are named by tie resolutions and results; a state is changed by an act of its own, with a reason. */
function requireSameIdentity(before: Nomination, after: Nomination): void {
  if (before.code !== after.code) throw new DomainError('nomination-code-fixed', { code: before.code });
  if (before.state !== after.state) throw new DomainError('nomination-state-fixed', { code: before.code });
}
