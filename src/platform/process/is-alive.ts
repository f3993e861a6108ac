/** Whether a process of this machine runs under the number, whosever it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // That of another user refuses the signal.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
