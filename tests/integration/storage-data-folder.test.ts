import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isUncPath, linuxMounts, macMounts, networkShareOf, shareAmong } from '../../src/main/storage/network-share.ts';
import { openStore } from '../../src/main/storage/store.ts';
import { newFolder, openFolder } from './storage-fixtures.ts';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const mountinfo = `26 1 254:0 / / rw,relatime - ext4 /dev/vda rw
31 26 0:40 / /mnt/news rw,relatime shared:1 - nfs4 server:/export rw,vers=4.2
32 26 0:41 / /media/the\\040desk rw - cifs //server/desk rw
33 26 0:42 / /home/asha/remote rw - fuse.sshfs asha@host:/ rw
34 26 0:43 / /mnt/c rw - 9p drvfs rw
35 31 8:1 / /mnt/news/local rw - ext4 /dev/sda1 rw
36 26 0:44 / /cover rw - nfs4 server:/old rw
37 26 8:2 / /cover rw - xfs /dev/sdb1 rw
`;

test.each([
  ['/home/asha/galley', null],
  ['/mnt/news', 'nfs4'],
  ['/mnt/news/galley', 'nfs4'],
  ['/mnt/newsroom', null],
  ['/mnt/news/local/galley', null],
  ['/media/the desk/galley', 'cifs'],
  ['/home/asha/remote/a', 'fuse.sshfs'],
  ['/mnt/c/Users', '9p'],
  ['/cover/galley', null],
])('on Linux %s lies on: %s', (path, share) => {
  expect(shareAmong(linuxMounts(mountinfo), path)).toBe(share);
});

test('a root of 9p is a sandbox’s own disk', () => {
  expect(shareAmong(linuxMounts('1 0 0:1 / / rw - 9p none rw\n'), '/data')).toBeNull();
});

test('shares of macOS and paths of Windows', () => {
  const mounts = macMounts('/dev/disk3s1 on / (apfs, sealed, local)\n//asha@server/desk on /Volumes/the desk (smbfs, nodev, nosuid, mounted by asha)\n');
  expect([shareAmong(mounts, '/Volumes/the desk/galley'), shareAmong(mounts, '/Users/asha')]).toEqual(['smbfs', null]);
  expect(['\\\\server\\share\\galley', '\\\\?\\UNC\\server\\share', '\\\\?\\C:\\galley', 'C:\\galley', '\\\\.\\C:\\'].map(isUncPath)).toEqual([true, true, false, false, false]);
});

test('a folder of this machine is no share, as the system itself says', () => {
  expect(networkShareOf(folder)).toBeNull();
});

test('a file in the place of the data folder, or on the way to it, is named and left as it is', () => {
  const file = join(folder, 'galley');
  writeFileSync(file, 'A letter.');
  for (const wanted of [file, join(file, 'below')]) {
    const opened = openStore(wanted);
    expect(opened).toMatchObject({ ok: false, error: { code: 'not-writable' } });
    expect(opened.ok ? '' : opened.error.message).toContain(`${wanted} cannot be used: there is a file`);
  }
  expect(readFileSync(file, 'utf8')).toBe('A letter.');
});

// A mount of one's own needs Linux and its root; elsewhere the sentences are tested by the two tests above.
const canMount = process.platform === 'linux' && process.getuid?.() === 0;

test.skipIf(!canMount)('a data folder on a disk that can only be read is refused with a sentence, and opens once it can be written', () => {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', disk]);
  try {
    openFolder(disk).close();
    const before = readdirSync(disk);
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const opened = openStore(disk);
    expect(opened).toMatchObject({ ok: false, error: { code: 'not-writable' } });
    expect(opened.ok ? '' : opened.error.message).toContain('its disk is read-only');
    expect(readdirSync(disk)).toEqual(before);
    execFileSync('mount', ['-o', 'remount,rw', disk]);
    openFolder(disk).close();
  } finally {
    execFileSync('umount', [disk]);
  }
});
