import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page, PageQuery } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { NewCampaign, NewVersion, VersionQuery } from './campaign.dto';
import { campaignByCode, listCampaigns, listVersions, typedCampaign, versionOf } from './campaign.queries';
import { CampaignService } from './campaign.service';
import { campaignView, filedView } from './campaign.view';
import { openedPhases } from './phase.queries';

@ApiTags('campaigns')
@Controller('api/v1/campaigns')
export class CampaignApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CampaignService) private readonly campaigns: CampaignService,
  ) {}

  @Post()
  @Requires('campaign.write')
  @ApiOperation({ summary: 'Lập phong trào thi đua từ toàn văn kế hoạch' })
  async create(@CurrentActor() actor: Actor, @Body() { definition }: NewCampaign) {
    return filedView(await this.campaigns.create(actor, definition));
  }

  @Get()
  @Requires('campaign.read')
  @ApiOperation({ summary: 'Danh sách phong trào thi đua' })
  async list(@Query() query: PageQuery) {
    return Page.of(await listCampaigns(this.unitOfWork.reader, Page.range(query)), query);
  }

  @Get(':code')
  @Requires('campaign.read')
  @ApiOperation({ summary: 'Một phong trào, với các giai đoạn' })
  async one(@Param('code') code: string) {
    const { reader } = this.unitOfWork;
    const row = await campaignByCode(reader, code);
    const version = await versionOf(reader, row);
    return campaignView(typedCampaign(version), version, await openedPhases(reader, row.id));
  }

  @Get(':code/definition')
  @Requires('campaign.read')
  @ApiProduces('text/plain')
  @ApiOperation({ summary: 'Toàn văn kế hoạch như đã gửi lên' })
  async definition(
    @Param('code') code: string,
    @Query() { version }: VersionQuery,
    @Res() response: Response,
  ) {
    const { reader } = this.unitOfWork;
    const { source } = await versionOf(reader, await campaignByCode(reader, code), version);
    response.type('text/plain; charset=utf-8').send(source);
  }

  @Get(':code/versions')
  @Requires('campaign.read')
  @ApiOperation({ summary: 'Các phiên bản của kế hoạch' })
  async versions(@Param('code') code: string, @Query() query: PageQuery) {
    const { reader } = this.unitOfWork;
    const row = await campaignByCode(reader, code);
    return Page.of(await listVersions(reader, row.id, Page.range(query)), query);
  }

  @Post(':code/versions')
  @Requires('campaign.write')
  @ApiOperation({ summary: 'Lập phiên bản mới; giai đoạn đã mở vẫn theo phiên bản cũ' })
  async revise(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() { definition, reason }: NewVersion,
  ) {
    return filedView(await this.campaigns.revise(actor, code, { source: definition, reason }));
  }
}
