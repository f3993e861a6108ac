import type { Command, CommanderError } from 'commander';
import { message } from '../platform/messages/message';

const TITLES: Record<string, string> = {
  'Usage:': 'cli.title.usage',
  'Arguments:': 'cli.title.arguments',
  'Options:': 'cli.title.options',
  'Commands:': 'cli.title.commands',
};

/** Commander in Vietnamese: it throws instead of ending the process and leaves its English complaints to `usageSentence`. */
export function inVietnamese(command: Command): Command {
  return command
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .configureHelp({
      styleTitle: (title) => titleOf(title),
      styleUsage: (usage) =>
        usage.replace('[options]', '[…]').replace('[command]', message('cli.title.command')),
      styleSubcommandTerm: (term) => term.replace(' [options]', ''),
    })
    .helpOption('-h, --help', message('cli.option.help'));
}

function titleOf(title: string): string {
  const key = TITLES[title];
  return key === undefined ? title : message(key);
}

/** What is wrong with the command line, in one sentence; empty when help or version was asked for and printed. */
export function usageSentence(error: CommanderError): string {
  if (error.exitCode === 0 || error.code === 'commander.help') return '';
  const [, name = ''] = /'([^']*)'/.exec(error.message) ?? [];
  return `${message(USAGE[error.code] ?? 'cli.usage.other', { name })}\n${message('cli.usage.see-help')}`;
}

const USAGE: Record<string, string> = {
  'commander.missingArgument': 'cli.usage.missing-argument',
  'commander.excessArguments': 'cli.usage.too-many',
  'commander.missingMandatoryOptionValue': 'cli.usage.missing-option',
  'commander.optionMissingArgument': 'cli.usage.option-without-value',
  'commander.unknownOption': 'cli.usage.unknown-option',
  'commander.unknownCommand': 'cli.usage.unknown-command',
};
