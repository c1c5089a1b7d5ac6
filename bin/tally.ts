import { readFileSync } from 'node:fs';

export type Tally = { passed: number; failed: number };

type VitestReport = {
  numPassedTests?: number;
  numFailedTests?: number;
  testResults?: { status: string; assertionResults: { status: string }[] }[];
};
type PlaywrightReport = {
  stats?: { expected: number; unexpected: number; flaky: number };
  errors?: unknown[];
};

function read<T>(path: string): T | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return null;
  }
}

// A run that ended badly without a failed test (a crash, an error outside of tests) failed once.
const settle = (passed: number, failed: number, status: number): Tally => ({
  passed,
  failed: failed === 0 && status !== 0 ? 1 : failed,
});

/** Vitest's JSON report; a file that could not even be loaded counts as one failure. */
export function tallyVitest(path: string, status: number): Tally {
  const report = read<VitestReport>(path);
  const unloaded = (report?.testResults ?? []).filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return settle(
    report?.numPassedTests ?? 0,
    (report?.numFailedTests ?? 0) + unloaded.length,
    status,
  );
}

/** Playwright's JSON report; errors outside of tests count, and a flaky test has failed. */
export function tallyPlaywright(path: string, status: number): Tally {
  const report = read<PlaywrightReport>(path);
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return settle(expected, unexpected + flaky + (report?.errors?.length ?? 0), status);
}

export const sum = (parts: readonly Tally[]): Tally => ({
  passed: parts.reduce((total, part) => total + part.passed, 0),
  failed: parts.reduce((total, part) => total + part.failed, 0),
});
