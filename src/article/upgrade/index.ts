import { currentVersion } from './version.ts';
import { failed, ok, type Parsed } from '../parsed.ts';

/** Turns the JSON of one version into that of the next one; it may rely on nothing but the older version's shape. */
export interface Upgrade {
  /** The version it reads. */
  readonly from: number;
  /** What it does, in words. */
  readonly title: string;
  upgrade(json: Readonly<Record<string, unknown>>): Record<string, unknown>;
}

/**
 * Every upgrade, oldest first: a list that only grows, one a version.
 * Version 1 is the first, so there is none yet; `tests/fixtures/version-1` holds a real article for the day there is.
 */
export const upgrades: readonly Upgrade[] = [];

/**
 * Brings untrusted article JSON of an older version to the current one. What is no article, or is newer, passes
 * as it is: `parseArticle` names what is wrong with it.
 */
export function upgradeArticle(json: unknown, steps: readonly Upgrade[] = upgrades, target: number = currentVersion): Parsed<unknown> {
  if (!isRecord(json) || json['format'] !== 'galley-article') return ok(json);
  let current: Readonly<Record<string, unknown>> = json;
  let version = current['version'];
  while (typeof version === 'number' && version < target) {
    const step = steps.find((candidate) => candidate.from === version);
    if (!step) return failed('bad-article', 'version', `there is no version ${version} of an article`);
    current = { ...step.upgrade(current), version: version + 1 };
    version = current['version'];
  }
  return ok(current);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
