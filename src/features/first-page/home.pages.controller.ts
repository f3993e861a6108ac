import { Controller, Get, Inject } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { view } from '../../platform/views/view';
import { HomeService } from './home.service';
import { homeView } from './home.view';

@Controller()
export class HomePagesController {
  constructor(@Inject(HomeService) private readonly home: HomeService) {}

  @Get()
  @Requires('home.read')
  async tasks(@CurrentActor() actor: Actor) {
    return view('home/home', 'Việc cần làm', homeView(await this.home.now(actor)));
  }
}
