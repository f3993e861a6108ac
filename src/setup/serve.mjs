import { createRequire } from 'node:module';
import { join } from 'node:path';
import { node, root } from './command.mjs';
import { StepFailed, say } from './say.mjs';

/** Loads the sample data into the database, opens the service and says what to try next. Stays until Ctrl-C. */
export async function serve() {
  say('seed');
  const { code } = await node([join('dist', 'src', 'cli', 'main.js'), 'seed'], { show: true });
  if (code !== 0) throw new StepFailed('seed.failed');
  say('serve');
  const service = createRequire(import.meta.url)(join(root, 'dist', 'src', 'app.serve.js'));
  process.chdir(root);
  await service.serve(process.env);
  say('next');
}
