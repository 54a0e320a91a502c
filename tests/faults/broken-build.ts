import { cpSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../e2e/pages/galley.ts';

/**
 * A copy of the built app with one thing broken on purpose, so that the harness can show that it notices. The shipped code has no
 * switch for it: the copy's text is changed.
 * @throws where the text to be broken does not stand in the build exactly once
 */
export function brokenBuild(sound: string, broken: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'galley-broken-'));
  cpSync(join(root, 'out'), join(folder, 'out'), { recursive: true });
  for (const name of ['package.json', 'resources']) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  let found = 0;
  for (const entry of readdirSync(join(folder, 'out/main'), { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.js')) continue;
    const file = join(entry.parentPath, entry.name);
    const code = readFileSync(file, 'utf8');
    const parts = code.split(sound);
    found += parts.length - 1;
    if (parts.length > 1) writeFileSync(file, parts.join(broken));
  }
  if (found !== 1) throw new Error(`"${sound}" stands ${found} times in the build, not once`);
  return folder;
}
