import { join } from 'node:path';
import { app } from 'electron';

/** A path in the built app (`out/`), from its root: a bundler may move modules into chunks, so their own place says nothing. */
export const built = (...parts: readonly string[]): string => join(app.getAppPath(), 'out', ...parts);
