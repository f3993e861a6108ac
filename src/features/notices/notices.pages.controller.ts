import { Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { pageQuery, pagerOf } from '../../platform/views/pager';
import { Redirect, view } from '../../platform/views/view';
import { noticesOf, unreadOf } from './notice.queries';
import { NoticeService } from './notice.service';
import { noticeLine } from './notice.view';

const ADDRESS = '/thong-bao';

@Controller('thong-bao')
@Requires('notice.read')
export class NoticesPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(NoticeService) private readonly notices: NoticeService,
  ) {}

  @Get()
  async list(@CurrentActor() actor: Actor, @Query('trang') number?: string) {
    const { reader } = this.unitOfWork;
    const query = pageQuery(number);
    const page = Page.of(await noticesOf(reader, actor.id, Page.range(query)), query);
    return view('notices/notices', 'Thông báo', {
      notices: page.items.map(noticeLine),
      anyUnread: (await unreadOf(reader, actor.id)) > 0,
      pager: pagerOf(page, ADDRESS),
    });
  }

  /** Goes to what the notice is about; that it was read is noted on the way. */
  @Post(':id/mo')
  async open(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return new Redirect((await this.notices.read(actor, id)).href);
  }

  @Post(':id/da-doc')
  async read(@CurrentActor() actor: Actor, @Param('id') id: string) {
    await this.notices.read(actor, id);
    return new Redirect(ADDRESS);
  }

  @Post('da-doc')
  async readAll(@CurrentActor() actor: Actor) {
    await this.notices.readAll(actor);
    return new Redirect(ADDRESS, 'notices-read');
  }
}
