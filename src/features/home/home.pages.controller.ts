import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../platform/http/requires';
import { view } from '../../platform/views/view';

@Controller()
export class HomePagesController {
  @Get()
  @Requires('home.read')
  home() {
    return view('home/home', 'Việc cần làm');
  }
}
