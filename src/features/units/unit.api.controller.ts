import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { NewUnit, UnitQuery } from './unit.dto';
import { findUnits } from './unit.queries';
import { UnitService } from './unit.service';

@ApiTags('units')
@Controller('api/v1/units')
export class UnitApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(UnitService) private readonly units: UnitService,
  ) {}

  @Get()
  @Requires('unit.read')
  @ApiOperation({ summary: 'Danh sách đơn vị' })
  async list(@Query() query: UnitQuery) {
    const [units, total] = await findUnits(this.unitOfWork.reader, { q: query.q, ...Page.range(query) });
    return Page.of([units.map(({ id, name }) => ({ id, name })), total], query);
  }

  @Post()
  @Requires('unit.write')
  @ApiOperation({ summary: 'Thêm đơn vị' })
  async add(@CurrentActor() actor: Actor, @Body() { name }: NewUnit) {
    const { id, name: added } = await this.units.add(actor, name);
    return { id, name: added };
  }
}
