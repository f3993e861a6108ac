import { serve as open } from '../app.serve';

/** `thidua serve`: opens the service and stays until it is told to stop. */
export async function serve(): Promise<void> {
  await open(process.env);
}
