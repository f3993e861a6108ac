import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, StreamableFile } from '@nestjs/common';
import { type Actor, may } from '../../../../domain/access';
import { dayInVietnam } from '../../../../domain/calendar-day';
import { Clock } from '../../../../platform/clock/clock';
import { UnitOfWork } from '../../../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../../../platform/http/requires';
import { attempt, refusalToMend } from '../../../../platform/views/attempt';
import { type FormBody, formNumber } from '../../../../platform/views/form';
import { type Refusal, noRefusal } from '../../../../platform/views/refusal-view';
import { Redirect, fragment, view } from '../../../../platform/views/view';
import { campaignByCode } from '../../../campaigns/campaign.queries';
import { openedPhases } from '../../../campaigns/phase.queries';
import { type DocumentTemplate, isInForce, requireTemplate } from '../document-templates';
import { wordingOfForm as storedFor, wordingsOf } from '../wording.queries';
import { WordingService } from '../wording.service';
import { wordingAddress } from './addresses';
import { paperCss } from './paper-html';
import {
  type TypedWording,
  fieldOfPath,
  storedWording,
  typedWording,
  wordingForm,
  wordingOfForm,
} from './wording-form.view';
import { validityOf, wordingList } from './wording-list.view';
import { type WordingGround, WordingPreview } from './wording-preview';

const PAPERS = { href: '/van-phong/van-ban', label: 'Văn bản' };

/** How an office words headings and căn cứ of a form otherwise, and sees at once what comes of it. */
@Controller('van-phong')
export class WordingPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WordingService) private readonly wordings: WordingService,
    @Inject(WordingPreview) private readonly preview: WordingPreview,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get('kieu-van-ban.css')
  @Requires('paper.read')
  @Header('Cache-Control', 'private, max-age=3600')
  style() {
    return new StreamableFile(Buffer.from(paperCss()), { type: 'text/css; charset=utf-8' });
  }

  @Get('mau-van-ban/:code')
  @Requires('paper.read')
  async list(@CurrentActor() actor: Actor, @Param('code') code: string) {
    const { reader } = this.unitOfWork;
    const { id, title } = await campaignByCode(reader, code);
    const days = (await openedPhases(reader, id)).map(({ row }) => row.date);
    const shown = days.length > 0 ? days : [dayInVietnam(this.clock.now())];
    const list = wordingList(code, shown, await wordingsOf(reader, code));
    return view('papers/wordings', 'Mẫu văn bản', {
      lead: title,
      crumbs: [PAPERS],
      ...list,
      canWrite: may(actor, 'paper.write'),
    });
  }

  @Get('mau-van-ban/:code/:template')
  @Requires('paper.write')
  async form(@Param('code') code: string, @Param('template') template: string) {
    const form = requireTemplate(template);
    const ground = await this.preview.groundOf(code, form);
    const row = await storedFor(this.unitOfWork.reader, code, form);
    return this.page({ code, form, ground }, storedWording(form, row, ground.usual), noRefusal);
  }

  @Post('mau-van-ban/:code/:template')
  @Requires('paper.write')
  async save(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('template') template: string,
    @Body() body: FormBody,
  ) {
    const at = await this.at(code, template);
    const typed = typedWording(at.form, body);
    const place = { campaign: code, template, seen: formNumber(body, 'version') };
    const wording = wordingOfForm(at.form, typed, at.ground.usual);
    return attempt(() => this.wordings.set(actor, place, wording), {
      done: () => new Redirect(wordingAddress(code), 'wording-saved'),
      again: (refusal) => this.page(at, typed, refusal),
      field: fieldOfPath,
    });
  }

  /** Back to the form as it is. */
  @Post('mau-van-ban/:code/:template/bo')
  @Requires('paper.write')
  async reset(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('template') template: string,
    @Body() body: FormBody,
  ) {
    const at = await this.at(code, template);
    const place = { campaign: code, template, seen: formNumber(body, 'version') };
    return attempt(() => this.wordings.reset(actor, place), {
      done: () => new Redirect(wordingAddress(code), 'wording-reset'),
      again: (refusal) => this.page(at, typedWording(at.form, body), refusal),
    });
  }

  /** The page again with what was typed and how it would look: for browsers without scripts. */
  @Post('mau-van-ban/:code/:template/xem-truoc')
  @Requires('paper.write')
  async look(@Param('code') code: string, @Param('template') template: string, @Body() body: FormBody) {
    const at = await this.at(code, template);
    return this.page(at, typedWording(at.form, body), noRefusal);
  }

  /** The look alone, while somebody types. */
  @Post('mau-van-ban/:code/:template/xem-ngay')
  @Requires('paper.write')
  async live(@Param('code') code: string, @Param('template') template: string, @Body() body: FormBody) {
    const at = await this.at(code, template);
    const { look, refusal } = await this.lookOf(at, typedWording(at.form, body));
    return fragment('papers/preview', { look, errors: refusal.findings }, { status: refusal.status });
  }

  /** As it will be printed. */
  @Post('mau-van-ban/:code/:template/ban-in')
  @HttpCode(200)
  @Requires('paper.write')
  async print(@Param('code') code: string, @Param('template') template: string, @Body() body: FormBody) {
    const { form, ground } = await this.at(code, template);
    const wording = wordingOfForm(form, typedWording(form, body), ground.usual);
    return this.preview.pdf(ground, form, wording);
  }

  private async at(code: string, template: string) {
    const form = requireTemplate(template);
    return { code, form, ground: await this.preview.groundOf(code, form) };
  }

  private async page(
    { code, form, ground }: { code: string; form: DocumentTemplate; ground: WordingGround },
    typed: TypedWording,
    refused: Refusal,
  ) {
    const { look, refusal } = await this.lookOf({ form, ground }, typed);
    const said = refused.status === 200 ? refusal : refused;
    const list = wordingAddress(code);
    const model = {
      head: { lead: ground.campaign.title, crumbs: [PAPERS, { href: list, label: 'Mẫu văn bản' }] },
      address: wordingAddress(code, form.code),
      list,
      name: form.name,
      basis: form.basis,
      validity: validityOf(form),
      outOfForce: ground.open !== null && !isInForce(form, ground.open.phase.date),
      form: wordingForm(form, typed, said),
      look,
      errors: refusal.findings,
    };
    return view('papers/wording', form.name, model, { status: said.status });
  }

  /** How the typed wording looks, or why it cannot be printed. */
  private async lookOf(
    { form, ground }: { form: DocumentTemplate; ground: WordingGround },
    typed: TypedWording,
  ): Promise<{ look: string; refusal: Refusal }> {
    try {
      const look = await this.preview.html(ground, form, wordingOfForm(form, typed, ground.usual));
      return { look, refusal: noRefusal };
    } catch (error) {
      return { look: '', refusal: refusalToMend(error, fieldOfPath) };
    }
  }
}
