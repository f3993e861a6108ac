import { Controller, Get, Inject, Param } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { view } from '../../platform/views/view';
import { UnitNotices } from './unit-notices';
import { type Form, PaperForm } from './word/paper-form';

/** The notices to the units, for whoever of one, of the office or of leadership is logged in at a browser. */
@Controller('phong-trao/:code/:phase/thong-bao')
@Requires('unit-notice.read')
export class NoticePagesController {
  constructor(@Inject(UnitNotices) private readonly notices: UnitNotices) {}

  @Get()
  async all(@CurrentActor() actor: Actor, @Param('code') code: string, @Param('phase') phase: string) {
    return view('awards/notices', 'Thông báo kết quả', await this.notices.list(actor, code, phase));
  }

  @Get(':unit')
  notice(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Param('unit') unit: string,
    @PaperForm() form: Form,
  ) {
    return this.notices.print(actor, { code, phase, unit, form });
  }
}
