import { Module } from '@nestjs/common';
import { MailWorker } from './mail.worker';
import { NoticeService } from './notice.service';
import { NoticesApiController } from './notices.api.controller';
import { NoticesPagesController } from './notices.pages.controller';

@Module({
  controllers: [NoticesPagesController, NoticesApiController],
  providers: [NoticeService, MailWorker],
})
export class NoticesModule {}
