import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { WORD } from './paper-answer';
import { UnitNotices } from './unit-notices';
import { ApiPaperForm, type Form, PaperForm } from './word/paper-form';

@ApiTags('dossiers')
@ApiProduces('application/pdf', WORD)
@ApiPaperForm()
@Controller('api/v1/campaigns/:code/phases/:phase/notices')
@Requires('unit-notice.read')
export class NoticeApiController {
  constructor(@Inject(UnitNotices) private readonly notices: UnitNotices) {}

  @Get(':unit')
  @ApiOperation({
    summary:
      'Thông báo kết quả xét khen thưởng cho một đơn vị (PDF hoặc Word); đơn vị chỉ xem được của mình, sau khi công bố',
  })
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
