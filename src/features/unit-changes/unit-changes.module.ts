import { Module } from '@nestjs/common';
import { UnitChangeService } from './unit-change.service';
import { UnitChangesPagesController } from './unit-changes.pages.controller';

@Module({ controllers: [UnitChangesPagesController], providers: [UnitChangeService] })
export class UnitChangesModule {}
