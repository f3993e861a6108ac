/** One line of the answer. */
export function print(text: string): void {
  process.stdout.write(`${harmless(text)}\n`);
}

/** One line beside the answer: a finding, a warning, a progress line, a failure. Empty prints nothing. */
export function explain(text: string): void {
  if (text !== '') process.stderr.write(`${harmless(text)}\n`);
}

/** `thidua run … | head` closes the pipe while we still write: that is no failure of ours. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      process.exit(1);
    });
  }
}

/** What a file or a file name holds must not steer the terminal: no control characters but line breaks. */
function harmless(text: string): string {
  return text.replace(/(?!\n)\p{Cc}/gu, '\uFFFD');
}
