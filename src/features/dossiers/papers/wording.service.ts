import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../domain/access';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { requireVersion } from '../../../platform/http/etag';
import { campaignByCode } from '../../campaigns/campaign.queries';
import { requireTemplate } from './document-templates';
import { PaperWordingRow } from './paper-wording.entity';
import { type WordingColumns, type WordingSetting, acceptedWording } from './wording.setting';

/** A form in a campaign, and the version of its wording that somebody has seen; 0: it is worded as the form has it. */
interface WordingPlace {
  campaign: string;
  template: string;
  seen: number;
}

/** Words headings and căn cứ of papers as an office wants them, for one campaign. */
@Injectable()
export class WordingService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Throws `campaign-not-found`, `document-template-not-found`, `stale-edit`, or InputRefused with the lines. */
  set(actor: Actor, place: WordingPlace, setting: WordingSetting): Promise<PaperWordingRow> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const { form, campaignId, row } = await placeOf(manager, place);
      const columns = acceptedWording(form, setting);
      const next = { ...columns, version: place.seen + 1, by: actor.name, at: this.clock.now() };
      const id = row?.id ?? newId();
      if (row) await manager.update(PaperWordingRow, { id }, next);
      else await manager.insert(PaperWordingRow, { id, campaignId, template: form.code, ...next });
      await audit.record({
        action: 'paper.wording',
        subject: { type: 'campaign', id: campaignId },
        ...(row && { before: told(form.code, row) }),
        after: told(form.code, columns),
      });
      return { id, campaignId, template: form.code, ...next };
    });
  }

  /** From then on the form is printed as it is. Throws as `set` does. */
  reset(actor: Actor, place: WordingPlace): Promise<void> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const { form, campaignId, row } = await placeOf(manager, place);
      if (!row) return;
      await manager.delete(PaperWordingRow, { id: row.id });
      const subject = { type: 'campaign', id: campaignId };
      await audit.record({ action: 'paper.wording-reset', subject, before: told(form.code, row) });
    });
  }
}

async function placeOf(manager: EntityManager, { campaign, template, seen }: WordingPlace) {
  const form = requireTemplate(template);
  const { id: campaignId } = await campaignByCode(manager, campaign);
  const row = await manager.findOneBy(PaperWordingRow, { campaignId, template: form.code });
  requireVersion(row ?? { version: 0 }, seen);
  return { form, campaignId, row };
}

function told(template: string, { headings, grounds }: WordingColumns) {
  return { template, headings, grounds };
}
