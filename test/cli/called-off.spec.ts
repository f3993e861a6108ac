import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { type Ended, PROJECT, withFolder } from './thidua';

/** Each test starts a process: seconds when idle, much more on a busy host. */
jest.setTimeout(180_000);

const QUESTION = 'Mật khẩu của';
const folder = withFolder();

/** Runs a command at what it takes for a terminal, and presses the key as soon as it is asked for a password. */
function pressedWhenAsked(args: string[], key: string): Promise<Ended> {
  const asTerminal = folder.put('as-terminal.cjs', 'process.stdin.isTTY = true;');
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, ['--require', asTerminal, 'src/setup/thidua.mjs', ...args], {
      cwd: PROJECT,
      env: { ...process.env, NO_COLOR: '1' },
    });
    let [stdout, stderr, pressed] = ['', '', false];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      if (pressed || !stderr.includes(QUESTION)) return;
      pressed = true;
      child.stdin.end(key);
    });
    child.on('error', fail);
    child.on('close', (code) => settle({ code, stdout, stderr }));
  });
}

it.each([
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
])('%s at a question calls the command off in one sentence, and nothing is written', async (_name, key) => {
  const [paper, keyFile] = [folder.put('to-trinh.pdf', 'x'), folder.put('khoa.p12', 'x')];
  const before = [...readdirSync(folder.path()), 'as-terminal.cjs'].toSorted();
  const ended = await pressedWhenAsked(
    ['sign', paper, '--p12', keyFile, '--out', folder.path('da-ky.pdf')],
    key,
  );
  expect(ended).toEqual({
    code: 1,
    stdout: '',
    stderr: `${QUESTION} ${keyFile}: \nĐã dừng theo yêu cầu; chưa ghi gì.\n`,
  });
  expect(readdirSync(folder.path()).toSorted()).toEqual(before);
});
