// Reads the JSON reports of the two test runners.
import { existsSync, readFileSync } from 'node:fs';
import { say } from './process.mjs';

/**
 * @param {string} file
 * @param {number} code the runner's exit code: a failure it reports nowhere else still counts as one
 * @returns {{passed: number, failed: number, skipped: number, flaky: number}} `flaky`: of the passed, those that needed a second try
 */
export function reportCounts(file, code) {
  const counts = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0, skipped: 0, flaky: 0 };
  if (counts.failed === 0 && code !== 0) {
    say(`The runner ended with ${code} although no test failed: counted as one failure.`);
    counts.failed = 1;
  }
  if (counts.passed + counts.failed === 0) {
    say('No test ran: counted as one failure.');
    counts.failed = 1;
  }
  return counts;
}

/** @param {any} report */
function read(report) {
  if (report.stats) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected + flaky, failed: unexpected, skipped, flaky };
  }
  // A file that does not load has no tests and is failed as a whole.
  const broken = report.testResults.filter((/** @type {any} */ suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken, skipped: report.numPendingTests + report.numTodoTests, flaky: 0 };
}
