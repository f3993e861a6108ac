import { Inject, Injectable, type StreamableFile } from '@nestjs/common';
import { type Actor, grantsOf } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { phaseTitle } from '../../domain/plan-names';
import { oneLine } from '../../platform/text/printable';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { pagePath } from '../../platform/views/address';
import { OwnResults } from '../awards/own-result.queries';
import { type OpenPhase, openPhase } from '../campaigns/phase.queries';
import { NominationRow } from '../nominations/nomination.entity';
import { noticeDocument } from './documents/notice-documents';
import type { RoundData } from './documents/round-data';
import { type Told, toldByRound, toldOf } from './documents/told';
import { paper } from './paper-answer';
import { type NoticedUnit, noticedUnits } from './papers/noticed-unit';
import { DossierPrinter } from './printing/dossier.printer';
import { unitKey } from './documents/notice.view';
import type { Form } from './word/paper-form';

/** The notice of one unit: which phase, the key of the unit (`unitKey`), PDF or Word. */
interface WantedNotice {
  code: string;
  phase: string;
  unit: string;
  form: Form;
}

/** Tells units what became of their nominations. */
@Injectable()
export class UnitNotices {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(OwnResults) private readonly results: OwnResults,
    @Inject(DossierPrinter) private readonly printer: DossierPrinter,
  ) {}

  /**
   * Once published, the same paper for everybody who may read it; before that a draft for the office, and nothing for the
   * unit (law 7). Throws `notice-not-found`.
   */
  async print(actor: Actor, { code, phase, unit, form }: WantedNotice): Promise<StreamableFile> {
    const open = await openPhase(this.unitOfWork.reader, code, phase);
    const found = (await this.unitsFor(actor, open)).find(({ name }) => unitKey(name) === unit);
    const published = found && (await this.publishedTo(open, found));
    if (!found || published?.size === 0) throw new DomainError('notice-not-found', { unit });
    return paper(await this.printer.print(open, (data) => noticeIn(data, found, published), form));
  }

  /** The notices that the actor may read, as a page lists them. */
  async list(actor: Actor, code: string, phase: string) {
    const open = await openPhase(this.unitOfWork.reader, code, phase);
    const base = pagePath('phong-trao', code, phase);
    const units = await this.unitsFor(actor, open);
    return {
      lead: oneLine(open.campaign.title),
      crumbs: [{ href: base, label: phaseTitle(open.campaign, open.phase.code) }],
      isDraft: open.phase.publishedAt === null,
      notices: units.map(({ name }) => ({ name, href: `${base}/thong-bao/${unitKey(name)}` })),
    };
  }

  /** Units whose notice the actor may read; of one's own none before the publication. */
  private async unitsFor(actor: Actor, { phase }: OpenPhase): Promise<NoticedUnit[]> {
    const grants = grantsOf(actor, 'unit-notice.read');
    const isAll = grants.some(({ units }) => units !== 'own');
    if (!isAll && phase.publishedAt === null) return [];
    const units = await noticedUnits(this.unitOfWork.reader, phase.id);
    return units.filter(({ id }) => isAll || id === actor.unitId);
  }

  /** What was made known of each nomination, by code; undefined before the publication. */
  private async publishedTo(
    { phase }: OpenPhase,
    { id }: NoticedUnit,
  ): Promise<Map<string, Told> | undefined> {
    if (phase.publishedAt === null) return undefined;
    const rows = await this.unitOfWork.reader.findBy(NominationRow, { phaseId: phase.id, unitId: id });
    const told = new Map<string, Told>();
    for (const row of rows) {
      const result = await this.results.of(phase, row);
      if (result) told.set(row.code, toldOf(result));
    }
    return told;
  }
}

function noticeIn(data: RoundData, { name }: NoticedUnit, published: Map<string, Told> | undefined) {
  const told = data.round.nominations
    .filter(({ unit, code }) => unit === name && (published?.has(code) ?? true))
    .map((nomination) => {
      const { code } = nomination;
      return { nomination, told: published?.get(code) ?? toldByRound(data, code) };
    });
  return noticeDocument(data, name, told);
}
