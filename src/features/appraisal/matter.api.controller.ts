import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { findPage } from '../../platform/database/find-page';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page, PageQuery } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { MatterRow } from '../nominations/matter.entity';
import { visibleNomination } from '../nominations/nomination.scope';
import { MatterChange, NewMatter } from './matter.dto';
import { MatterService } from './matter.service';
import { matterView } from './matter.view';

@ApiTags('appraisal')
@Controller('api/v1/nominations/:id/matters')
export class MatterApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(MatterService) private readonly matters: MatterService,
  ) {}

  @Get()
  @Requires('matter.read')
  @ApiOperation({ summary: 'Vụ việc liên quan đến đối tượng được đề nghị' })
  async list(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() query: PageQuery) {
    const { reader } = this.unitOfWork;
    await visibleNomination(reader, actor, id, 'matter.read');
    const where = { nominationId: id };
    const found = await findPage(reader, MatterRow, {
      where,
      order: { ordinal: 'ASC' },
      ...Page.range(query),
    });
    return Page.of(found, query).map(matterView);
  }

  @Post()
  @Requires('matter.write')
  @ApiOperation({ summary: 'Ghi nhận vụ việc' })
  async add(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() matter: NewMatter) {
    return matterView(await this.matters.add(actor, id, matter));
  }

  @Put(':matter')
  @Requires('matter.write')
  @ApiOperation({
    summary: 'Cập nhật vụ việc: kết luận, ngày, văn bản; mục nào không gửi thì giữ nguyên, gửi null thì bỏ',
  })
  async settle(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('matter') matter: string,
    @Body() change: MatterChange,
  ) {
    return matterView(await this.matters.settle(actor, id, matter, change));
  }

  @Delete(':matter')
  @HttpCode(204)
  @Requires('matter.write')
  @ApiOperation({ summary: 'Bỏ vụ việc ghi nhầm' })
  remove(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('matter') matter: string) {
    return this.matters.remove(actor, id, matter);
  }
}
