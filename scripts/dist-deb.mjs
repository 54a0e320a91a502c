// A .deb for tests from the unpacked app: electron-builder's own target fetches helper programs, this needs dpkg-deb only.
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './place.mjs';
import { run, say, Stop } from './process.mjs';

const control = (/** @type {string} */ version) => `Package: galley
Version: ${version.replace('-', '~')}
Architecture: amd64
Maintainer: The Galley founders <galley@localhost>
Section: editors
Priority: optional
Depends: libgtk-3-0 | libgtk-3-0t64, libnss3, libasound2 | libasound2t64, libgbm1
Description: An offline-first newsroom editor
 A development build for tests, never published.
`;

const desktop = `[Desktop Entry]
Name=Galley
Comment=An offline-first newsroom editor
Exec=/opt/Galley/galley %U
Icon=galley
Terminal=false
Type=Application
Categories=Office;
`;

/** @param {string} unpacked @param {string} output @param {string} version */
export async function makeDeb(unpacked, output, version) {
  const tree = join(output, 'deb-tree');
  const file = join(output, `galley_${version}_amd64.deb`);
  const folder = (/** @type {string} */ path) => {
    mkdirSync(join(tree, path), { recursive: true });
    return join(tree, path);
  };
  folder('opt');
  cpSync(unpacked, join(tree, 'opt', 'Galley'), { recursive: true, verbatimSymlinks: true });
  symlinkSync('/opt/Galley/galley', join(folder('usr/bin'), 'galley'));
  writeFileSync(join(folder('usr/share/applications'), 'galley.desktop'), desktop);
  cpSync(join(root, 'resources', 'icons', '512x512.png'), join(folder('usr/share/icons/hicolor/512x512/apps'), 'galley.png'));
  writeFileSync(join(folder('DEBIAN'), 'control'), control(version));
  // Chromium's sandbox helper must belong to root and be setuid where user namespaces are forbidden.
  writeFileSync(join(tree, 'DEBIAN', 'postinst'), '#!/bin/sh\nset -e\nchmod 4755 /opt/Galley/chrome-sandbox\n', { mode: 0o755 });
  const { code, output: words } = await run('dpkg-deb', ['--root-owner-group', '-Zgzip', '-z1', '--build', tree, file], { show: 'none' });
  rmSync(tree, { recursive: true, force: true });
  if (code !== 0) throw new Stop(`The .deb could not be made: ${words.trim()}`);
  say(`Made ${file}.`);
}
