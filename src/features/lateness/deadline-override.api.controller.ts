import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { AllowanceBody } from '../deadlines/deadline.dto';
import { overrideView } from '../deadlines/deadline.view';
import { LatenessService } from './lateness.service';

@ApiTags('nominations')
@Controller('api/v1/nominations/:id/deadline-overrides')
export class DeadlineOverrideApiController {
  constructor(@Inject(LatenessService) private readonly lateness: LatenessService) {}

  @Post()
  @Requires('deadline.override')
  @ApiOperation({ summary: 'Cho đơn vị gửi lại muộn một đề nghị đã trả lại, có lý do' })
  async allow(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() allowance: AllowanceBody) {
    return overrideView(await this.lateness.allow(actor, id, allowance));
  }
}
