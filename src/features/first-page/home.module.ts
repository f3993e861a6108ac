import { Global, Module } from '@nestjs/common';
import { PageFrame } from '../../platform/views/page-frame';
import { Pages } from '../../platform/views/pages';
import { AccountsModule } from '../accounts/accounts.module';
import { FrameService } from './frame.service';
import { HomeService } from './home.service';
import { HomePagesController } from './home.pages.controller';

/** The first page of everybody, and the frame around all pages. */
@Global()
@Module({
  imports: [AccountsModule],
  controllers: [HomePagesController],
  providers: [{ provide: PageFrame, useClass: FrameService }, Pages, HomeService],
  exports: [Pages],
})
export class HomeModule {}
