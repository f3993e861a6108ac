import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { InputRefused } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { attempt } from '../../platform/views/attempt';
import { type FormBody, formText } from '../../platform/views/form';
import { type Refusal, noRefusal } from '../../platform/views/refusal-view';
import { Redirect, view } from '../../platform/views/view';
import { type OpenPhase, openPhase } from '../campaigns/phase.queries';
import { requireOpen } from '../nominations/nomination.entry';
import { NominationService } from '../nominations/nomination.service';
import { ownUnitName } from '../nominations/own-text';
import { type Begun, beginView } from './begin.view';
import { proposedCode } from './proposed-code';

/** A unit begins a nomination: it then has a draft, and goes on writing it. */
@Controller('don-vi/lap/:code/:phase')
export class BeginPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(NominationService) private readonly nominations: NominationService,
  ) {}

  @Get()
  @Requires('nomination.submit')
  async form(@CurrentActor() actor: Actor, @Param('code') campaign: string, @Param('phase') phase: string) {
    const open = await this.open(campaign, phase);
    const [only] = open.campaign.criteriaSets.length === 1 ? open.campaign.criteriaSets : [];
    const code = await this.proposed(actor, open);
    return beginPage(open, { set: only?.code ?? '', name: '', code }, noRefusal);
  }

  @Post()
  @Requires('nomination.submit')
  async begin(
    @CurrentActor() actor: Actor,
    @Param('code') campaign: string,
    @Param('phase') phase: string,
    @Body() body: FormBody,
  ) {
    const open = await this.open(campaign, phase);
    const typed = { set: formText(body, 'set'), name: formText(body, 'name'), code: formText(body, 'code') };
    return attempt(() => this.enter(actor, open, typed), {
      done: ({ id }) => new Redirect(`/de-nghi/${id}/soan`, 'draft-begun'),
      again: async (refusal) =>
        beginPage(open, await this.withFreeCode(actor, open, typed, refusal), refusal),
    });
  }

  private async enter(actor: Actor, open: OpenPhase, { set: chosen, name, code }: Begun) {
    const set = open.campaign.criteriaSets.find((each) => each.code === chosen);
    if (!set) throw new InputRefused(notBegun({ name, code }));
    const { subject, audience } = set;
    const unit = (await ownUnitName(this.unitOfWork.reader, actor)) ?? '';
    const plain = { code, subject, ...(audience !== undefined && { audience }), name, unit };
    return this.nominations.enter(actor, open.campaign.code, open.phase.code, plain);
  }

  private async open(campaign: string, phase: string): Promise<OpenPhase> {
    const open = await openPhase(this.unitOfWork.reader, campaign, phase);
    requireOpen(open);
    return open;
  }

  private proposed(actor: Actor, { phase }: OpenPhase): Promise<string> {
    return proposedCode(this.unitOfWork.reader, actor, phase.id);
  }

  /** A colleague was quicker with the same code: the next free one stands ready. */
  private async withFreeCode(actor: Actor, open: OpenPhase, typed: Begun, { code }: Refusal): Promise<Begun> {
    return code === 'nomination-exists' ? { ...typed, code: await this.proposed(actor, open) } : typed;
  }
}

/** All that is missing at once, where already the choice of the criteria set is. */
function notBegun(texts: Omit<Begun, 'set'>): Finding[] {
  const empty = Object.entries(texts).filter(([, text]) => text.trim() === '');
  return [
    { level: 'error', code: 'set-not-chosen', path: ['set'], params: {} },
    ...empty.map(([field]): Finding => ({ level: 'error', code: 'empty-text', path: [field], params: {} })),
  ];
}

function beginPage(open: OpenPhase, typed: Begun, refusal: Refusal) {
  return view('drafting/begin', 'Lập đề nghị mới', beginView(open, typed, refusal));
}
