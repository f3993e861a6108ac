// A browser that prints all but the documents that hold a word: `choking-browser.mjs WORD BROWSER ARGS…`. It passes on
// what is said through the pipes, and answers what brings it the word with an error.
import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';

const [word, browser, ...args] = process.argv.slice(2);
const child = spawn(browser, args, { stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'pipe'] });
const [, , , asked, answered] = child.stdio;
const back = createWriteStream('', { fd: 4 });
answered.pipe(back);

let rest = '';
createReadStream('', { fd: 3, encoding: 'utf8' })
  .on('data', (text) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop();
    for (const message of messages) pass(message);
  })
  .on('close', () => child.kill());
child.on('exit', () => process.exit());

function pass(message) {
  if (!message.includes(word)) return asked.write(`${message}\0`);
  const { id, sessionId } = JSON.parse(message);
  back.write(`${JSON.stringify({ id, sessionId, error: { code: -32000, message: 'choked' } })}\0`);
}
