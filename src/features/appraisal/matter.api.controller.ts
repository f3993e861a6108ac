import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { MatterRow } from '../nominations/matter.entity';
import { nominationById } from '../nominations/nomination.queries';
import { NewMatter } from './matter.dto';
import { MatterService } from './matter.service';

@ApiTags('appraisal')
@Controller('nominations/:id/matters')
export class MatterApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(MatterService) private readonly matters: MatterService,
  ) {}

  @Get()
  @Requires('matter.read')
  @ApiOperation({ summary: 'Vụ việc liên quan đến đối tượng được đề nghị' })
  async list(@Param('id') id: string) {
    const { reader } = this.unitOfWork;
    await nominationById(reader, id);
    return {
      items: await reader.find(MatterRow, { where: { nominationId: id }, order: { ordinal: 'ASC' } }),
    };
  }

  @Post()
  @Requires('matter.write')
  @ApiOperation({ summary: 'Ghi nhận vụ việc' })
  add(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() matter: NewMatter) {
    return this.matters.add(actor, id, matter);
  }

  @Delete(':matter')
  @HttpCode(204)
  @Requires('matter.write')
  @ApiOperation({ summary: 'Bỏ vụ việc ghi nhầm' })
  remove(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('matter') matter: string) {
    return this.matters.remove(actor, id, matter);
  }
}
