import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import type { Campaign } from '../../../../domain/campaign';
import { DomainError } from '../../../../domain/domain-error';
import { UnitOfWork } from '../../../../platform/database/unit-of-work';
import { Kept } from '../../../../platform/kept';
import { auditHead } from '../../../audit/audit.queries';
import { campaignByCode, typedCampaign, versionOf } from '../../../campaigns/campaign.queries';
import { type OpenPhase, openPhaseById, openedPhases } from '../../../campaigns/phase.queries';
import type { RoundData } from '../../documents/round-data';
import { usualGrounds } from '../../documents/usual-grounds';
import { paper } from '../../paper-answer';
import { DossierPrinter } from '../../printing/dossier.printer';
import { type DocumentTemplate, templateOn } from '../document-templates';
import { acceptedWording, type WordingSetting } from '../wording.setting';
import { paperHtml } from './paper-html';
import { draftPapers, sampleOf } from './sample';

/** A campaign, and the opened phase whose documents show how a form is worded. */
export interface WordingGround {
  campaign: Campaign;
  open: OpenPhase | null;
  /** Those that follow from law and plan, before an office words them. */
  usual: string[];
}

/** Some tens of kilobytes each. */
const MOST_LOOKS = 50;

/** Shows a document of a real round as it would be worded. */
@Injectable()
export class WordingPreview {
  private readonly looks = new Kept<string>(MOST_LOOKS);

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierPrinter) private readonly printer: DossierPrinter,
  ) {}

  /** The newest phase that follows the form, or else the newest. Throws `campaign-not-found`. */
  async groundOf(code: string, form: DocumentTemplate): Promise<WordingGround> {
    const { reader } = this.unitOfWork;
    const row = await campaignByCode(reader, code);
    const phases = (await openedPhases(reader, row.id)).map((each) => each.row).toReversed();
    const following = phases.find(({ date }) => templateOn(form.kind, date, form.subject).code === form.code);
    const phase = following ?? phases[0];
    const open = phase ? await openPhaseById(reader, phase.id) : null;
    const campaign = open?.campaign ?? typedCampaign(await versionOf(reader, row));
    return {
      campaign,
      open,
      usual: open && form.grounds ? usualGrounds(campaign, open.phase.date, form) : [],
    };
  }

  /** As a part of a page; '' where no phase has such a document yet. Throws InputRefused. */
  async html({ open }: WordingGround, form: DocumentTemplate, wording: WordingSetting): Promise<string> {
    const draft = acceptedWording(form, wording);
    if (!open) return '';
    // As long as nothing is added to the audit, the round is the same.
    const head = await auditHead(this.unitOfWork.reader);
    return this.looks.of([head, open.phase.id, form.code, draft], async () => {
      const data = await this.printer.dataOf(open);
      const sample = sampleOf({ ...data, papers: draftPapers(data.papers, form, draft) }, form);
      return sample ? paperHtml(sample, form.kind) : '';
    });
  }

  /** As it will be printed. Throws InputRefused, `sample-not-found`, and as the printer does. */
  async pdf(
    { open }: WordingGround,
    form: DocumentTemplate,
    wording: WordingSetting,
  ): Promise<StreamableFile> {
    const draft = acceptedWording(form, wording);
    if (!open) throw new DomainError('sample-not-found');
    const choose = (data: RoundData) => {
      const sample = sampleOf({ ...data, papers: draftPapers(data.papers, form, draft) }, form);
      if (!sample) throw new DomainError('sample-not-found');
      return sample;
    };
    return paper(await this.printer.print(open, choose, 'pdf'));
  }
}
