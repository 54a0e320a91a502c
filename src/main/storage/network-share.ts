import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';

interface Mount {
  readonly at: string;
  readonly type: string;
}

/** File systems that reach another machine: SQLite's locks and its shared memory cannot be trusted on them (sqlite.org/useovernet.html). */
const overNetwork = /^(nfs\d?|cifs|smb\d?|smbfs|afpfs|webdav|davfs|afs|ceph|lustre|gfs2|ocfs2|coda|ncpfs|9p|fuse\.(sshfs|glusterfs|rclone|s3fs|davfs2?|smbnetfs|curlftpfs|gvfsd-fuse|cephfs?|ceph-fuse))$/;

/** Mounts as Linux lists them (proc(5), mountinfo): blanks in paths are written \\040. */
export function linuxMounts(mountinfo: string): Mount[] {
  return mountinfo.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const at = before.split(' ')[4]?.replace(/\\([0-7]{3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8)));
    const type = after.split(' ')[0] ?? '';
    return at && type ? [{ at, type }] : [];
  });
}

/** Mounts as macOS lists them: `//me@host/share on /Volumes/share (smbfs, nodev, mounted by me)`. */
export function macMounts(listed: string): Mount[] {
  return [...listed.matchAll(/^.+ on (.+) \((\w+)[,)].*$/gm)].map(([, at = '', type = '']) => ({ at, type }));
}

/** The file system a folder lies on, where that is another machine's; null for one of this machine. A later mount hides an earlier one. */
export function shareAmong(mounts: readonly Mount[], folder: string): string | null {
  const holds = ({ at }: Mount): boolean => folder === at || folder.startsWith(at.endsWith('/') ? at : `${at}/`);
  const longest = Math.max(...mounts.filter(holds).map(({ at }) => at.length));
  const mount = mounts.findLast((one) => holds(one) && one.at.length === longest);
  // A sandbox's own root may be 9p; that is its disk and no share.
  const isRoot = mount?.at === '/';
  return mount && !isRoot && overNetwork.test(mount.type) ? mount.type : null;
}

/** Windows: `\\server\share\...`, also behind a drive letter, which the real path resolves; `\\?\C:\` is a disk. */
export const isUncPath = (path: string): boolean => /^\\\\(?![?.]\\)[^\\]+\\/.test(path) || /^\\\\\?\\UNC\\/i.test(path);

/** What kind of network share an existing folder lies on; null where it lies on a disk, or where the system does not say. */
export function networkShareOf(folder: string): string | null {
  const real = realpathSync.native(folder);
  if (sep === '\\') return isUncPath(real) || isUncPath(folder) ? 'UNC' : null;
  try {
    if (process.platform === 'darwin') return shareAmong(macMounts(execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2_000 })), real);
    return shareAmong(linuxMounts(readFileSync('/proc/self/mountinfo', 'utf8')), real);
  } catch {
    return null;
  }
}
