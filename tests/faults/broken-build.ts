import { cpSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../e2e/pages/galley.ts';

/**
 * A copy of the built app with one thing broken on purpose, so that the harness can show that it notices. The shipped code has no
 * switch for it: the copy's text is changed.
 * @throws where the text to be broken does not stand in the storage process exactly once
 */
export function brokenBuild(sound: string, broken: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'galley-broken-'));
  cpSync(join(root, 'out'), join(folder, 'out'), { recursive: true });
  for (const name of ['package.json', 'resources']) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const found = readFileSync(join(folder, 'out/main/storage.js'), 'utf8').split(sound).length - 1;
  if (found !== 1) throw new Error(`"${sound}" stands ${found} times in the storage process, not once`);
  for (const entry of readdirSync(join(folder, 'out/main'), { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.js')) continue;
    const file = join(entry.parentPath, entry.name);
    const code = readFileSync(file, 'utf8');
    if (code.includes(sound)) writeFileSync(file, code.replaceAll(sound, broken));
  }
  return folder;
}
