import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { Reason } from './nomination.dto';
import { steppedView } from './nomination.view';
import { type WayStep, WayService } from './way.service';

/** Each change of state is a thing that one creates. */
@ApiTags('nominations')
@Controller('api/v1/nominations/:id')
export class WayApiController {
  constructor(@Inject(WayService) private readonly way: WayService) {}

  @Post('submission')
  @Requires('nomination.submit')
  @ApiOperation({ summary: 'Đơn vị gửi đề nghị cho văn phòng' })
  submit(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.take(actor, id, 'submit');
  }

  @Post('return')
  @Requires('nomination.return')
  @ApiOperation({ summary: 'Trả lại đơn vị để bổ sung, có lý do' })
  giveBack(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { reason }: Reason) {
    return this.take(actor, id, 'return', reason);
  }

  @Post('acceptance')
  @Requires('nomination.accept')
  @ApiOperation({ summary: 'Tiếp nhận đề nghị' })
  accept(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.take(actor, id, 'accept');
  }

  @Post('appraisal')
  @Requires('nomination.appraise')
  @ApiOperation({ summary: 'Kết thúc thẩm định' })
  appraise(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.take(actor, id, 'appraise');
  }

  @Post('reopening')
  @Requires('nomination.appraise')
  @ApiOperation({ summary: 'Đưa về thẩm định lại, có lý do' })
  reopen(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { reason }: Reason) {
    return this.take(actor, id, 'reopen', reason);
  }

  @Post('referral')
  @Requires('nomination.refer')
  @ApiOperation({ summary: 'Trình Hội đồng' })
  refer(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.take(actor, id, 'refer');
  }

  @Post('withdrawal')
  @Requires('nomination.withdraw')
  @ApiOperation({ summary: 'Rút đề nghị, có lý do' })
  withdraw(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { reason }: Reason) {
    return this.take(actor, id, 'withdraw', reason);
  }

  @Post('discarding')
  @Requires('nomination.discard')
  @ApiOperation({ summary: 'Bỏ bản nháp' })
  discard(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.take(actor, id, 'discard');
  }

  private async take(actor: Actor, id: string, step: WayStep, reason?: string) {
    return steppedView(await this.way.take(actor, id, step, { reason }), actor);
  }
}
