import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { Tokens } from './tokens.service';

@Module({ providers: [Tokens, { provide: APP_GUARD, useClass: AccessGuard }], exports: [Tokens] })
export class AccountsModule {}
