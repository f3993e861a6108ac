import { Module } from '@nestjs/common';
import { NominationsModule } from '../nominations/nominations.module';
import { DetailPagesController } from './detail/detail.pages.controller';

/** The department office at work, and the page of one nomination that everybody comes to. */
@Module({ imports: [NominationsModule], controllers: [DetailPagesController] })
export class DeskModule {}
