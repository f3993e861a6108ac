import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { agreementIn } from './agreement.queries';
import { agreementView } from './agreement.view';
import { visibleSession } from './session.queries';

/** How far the scorers agree: the office looks at it after the scoring. */
@ApiTags('council')
@Controller('api/v1/sessions/:id/agreement')
export class AgreementApiController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Requires('council.manage')
  @ApiOperation({ summary: 'Mức thống nhất giữa những người chấm; chỉ để tham khảo' })
  async agreement(@CurrentActor() actor: Actor, @Param('id') id: string) {
    const { reader } = this.unitOfWork;
    const { phaseId } = await visibleSession(reader, actor, id);
    return { pools: (await agreementIn(reader, phaseId)).map(agreementView) };
  }
}
