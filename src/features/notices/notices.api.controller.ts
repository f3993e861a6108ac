import { Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page, PageQuery } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { noticesOf } from './notice.queries';
import { NoticeService } from './notice.service';
import { noticeView } from './notice.view';

@ApiTags('notices')
@Controller('api/v1/notices')
@Requires('notice.read')
export class NoticesApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(NoticeService) private readonly notices: NoticeService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Thông báo của người gọi, mới nhất trước' })
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery) {
    const found = await noticesOf(this.unitOfWork.reader, actor.id, Page.range(query));
    return Page.of(found, query).map(noticeView);
  }

  @Post('reading')
  @HttpCode(200)
  @ApiOperation({ summary: 'Đánh dấu đã đọc tất cả' })
  async readAll(@CurrentActor() actor: Actor) {
    return { read: await this.notices.readAll(actor) };
  }

  @Post(':id/reading')
  @HttpCode(200)
  @ApiOperation({ summary: 'Đánh dấu đã đọc một thông báo' })
  async read(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return noticeView(await this.notices.read(actor, id));
  }
}
