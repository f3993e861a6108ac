import { Module } from '@nestjs/common';
import { UnitApiController } from './unit.api.controller';
import { UnitService } from './unit.service';

@Module({ controllers: [UnitApiController], providers: [UnitService], exports: [UnitService] })
export class UnitsModule {}
