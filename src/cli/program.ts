import { Command, CommanderError, Option } from 'commander';
import { hasMessage, message } from '../platform/messages/message';
import { engineVersion } from '../platform/project';
import { exitCodeOf, report } from './failure';
import { endQuietlyOnClosedPipe, explain } from './terminal';
import { inVietnamese, usageSentence } from './usage';
import type { RunOptions } from './run.command';
import type { SignOptions } from './sign.command';
import type { UserOptions } from './user.command';

/** Runs one command line; sets the exit code: 0 done, 1 refused or failed, 2 usage (spec §8). Never rejects. */
export async function run(args: string[]): Promise<void> {
  endQuietlyOnClosedPipe();
  try {
    await program().parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = exitCodeOf(error);
    if (error instanceof CommanderError) explain(usageSentence(error));
    else report(error, { debug: args.includes('--debug') });
  }
}

function program(): Command {
  const thidua = inVietnamese(new Command('thidua'))
    .description(message('cli.about'))
    .version(engineVersion, '-V, --version', message('cli.option.version'))
    .option('--debug', message('cli.option.debug'))
    .helpCommand(false);
  addRoundCommands(thidua);
  addSigningCommands(thidua);
  addServiceCommands(thidua);
  return thidua;
}

// Each command loads what it needs when it is called: `lint` does not wait for a browser library or a database.

function addRoundCommands(thidua: Command): void {
  command(thidua, 'lint', ['<CAMPAIGN>', '[NOMINATIONS]']).action(async (...args: [string, string?]) => {
    const { lint } = await import('./lint.command.js');
    await lint(args[0], args[1]);
  });
  command(thidua, 'run', ['<CAMPAIGN>', '<NOMINATIONS>'])
    .requiredOption('--out <DIR>', message('cli.option.out'))
    .option('--result-only', message('cli.option.result-only'))
    .option('--zip <FILE.zip>', message('cli.option.zip'))
    .action(async (campaign: string, nominations: string, options: RunOptions) => {
      const { runRound } = await import('./run.command.js');
      await runRound(campaign, nominations, options);
    });
  command(thidua, 'replay', ['<DIR>']).action(async (dir: string) => {
    const { replay } = await import('./replay.command.js');
    await replay(dir);
  });
  command(thidua, 'verify', ['<BUNDLE>']).action(async (bundle: string) => {
    const { verify } = await import('./verify.command.js');
    await verify(bundle);
  });
  command(thidua, 'template', ['<CAMPAIGN>'])
    .requiredOption('--out <FILE.xlsx>', message('cli.option.template-out'))
    .action(async (campaign: string, options: { out: string }) => {
      const { template } = await import('./template.command.js');
      await template(campaign, options);
    });
}

function addSigningCommands(thidua: Command): void {
  command(thidua, 'sign', ['<FILE.pdf>'])
    .requiredOption('--p12 <KEY.p12>', message('cli.option.p12'))
    .requiredOption('--out <SIGNED.pdf>', message('cli.option.signed-out'))
    .option('--field <NAME>', message('cli.option.field'))
    .option('--image <PICTURE.png>', message('cli.option.image'))
    .option('--password-file <FILE>', message('cli.option.password-file'))
    .action(async (file: string, options: SignOptions) => {
      const { sign } = await import('./sign.command.js');
      await sign(file, options);
    });
  command(thidua, 'verify-signature', ['<FILE.pdf>'])
    .option('--ca <CA.pem...>', message('cli.option.ca'))
    .action(async (file: string, options: { ca?: string[] }) => {
      const { verifySignature } = await import('./verify-signature.command.js');
      await verifySignature(file, options);
    });
}

function addServiceCommands(thidua: Command): void {
  command(command(thidua, 'audit', []), 'verify', []).action(async () => {
    const { verifyAudit } = await import('./audit.command.js');
    await verifyAudit();
  });
  addUserCommands(command(thidua, 'user', []));
  const token = command(thidua, 'token', []);
  command(token, 'new', ['<USERNAME>', '[NAME]']).action(async (username: string, name?: string) => {
    const { newToken } = await import('./token.command.js');
    await newToken(username, name);
  });
  command(token, 'list', []).action(async () => {
    const { listTokens } = await import('./token.command.js');
    await listTokens();
  });
  command(token, 'revoke', ['<ID>']).action(async (id: string) => {
    const { revokeToken } = await import('./token.command.js');
    await revokeToken(id);
  });
  command(thidua, 'seed', []).action(async () => {
    const { seed } = await import('./seed.command.js');
    await seed();
  });
  command(thidua, 'export', ['<CAMPAIGN>', '<PHASE>'])
    .requiredOption('--out <FILE>', message('cli.option.export-out'))
    .option('--word', message('cli.option.export-word'))
    .action(async (campaign: string, phase: string, options: { out: string; word?: boolean }) => {
      const { exportPhase } = await import('./export.command.js');
      await exportPhase(campaign, phase, options);
    });
  command(thidua, 'worker', []).action(async () => {
    const { work } = await import('./worker.command.js');
    await work();
  });
  command(thidua, 'serve', []).action(async () => {
    const { serve } = await import('./serve.command.js');
    await serve();
  });
}

function addUserCommands(user: Command): void {
  command(user, 'add', ['<USERNAME>'])
    .requiredOption('--name <NAME>', message('cli.option.name'))
    .requiredOption('--groups <GROUP...>', message('cli.option.groups'))
    .option('--unit <UNIT>', message('cli.option.unit'))
    .option('--new-unit <UNIT>', message('cli.option.new-unit'))
    .option('--head', message('cli.option.head'))
    .option('--email <EMAIL>', message('cli.option.email'))
    .action(async (username: string, options: UserOptions) => {
      const { addUser } = await import('./user.command.js');
      await addUser(username, options);
    });
  for (const [name, change] of Object.entries(USER_CHANGES))
    command(user, name, ['<USERNAME>']).action(async (username: string) => {
      const { [change]: run } = await import('./user.command.js');
      await run(username);
    });
  command(user, 'list', []).action(async () => {
    const { listUsers } = await import('./user.command.js');
    await listUsers();
  });
}

const USER_CHANGES = { reset: 'resetUser', disable: 'disableUser', enable: 'enableUser' } as const;

/** A command with its texts: `cli.command.<name>` and `cli.argument.<NAME>`. */
function command(parent: Command, name: string, args: string[]): Command {
  const made = inVietnamese(parent.command(name))
    .description(message(textKey(parent, name)))
    .helpCommand(false);
  made.addOption(new Option('--debug').hideHelp());
  for (const arg of args) made.argument(arg, message(argumentKey(name, arg.slice(1, -1))));
  return made;
}

/** A campaign is a file to some commands, and a code to others. */
function argumentKey(command: string, arg: string): string {
  const own = `cli.argument.${command}.${arg}`;
  return hasMessage(own) ? own : `cli.argument.${arg}`;
}

/** `user list` and `token list` are one word for two things: the second has a text of its own. */
function textKey(parent: Command, name: string): string {
  const own = `cli.command.${parent.name()}.${name}`;
  return hasMessage(own) ? own : `cli.command.${name}`;
}
