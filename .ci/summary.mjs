// Prints one plain line, `N passed, N failed`, from Jest's report; fails when there is none.
import { readFileSync } from 'node:fs';

try {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(process.argv[2], 'utf8'),
  );
  console.log(`\n${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`);
} catch {
  console.log('\n0 passed, 1 failed (the tests did not run)');
  process.exitCode = 1;
}
