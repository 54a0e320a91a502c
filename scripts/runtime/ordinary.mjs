// The ordinary road: Electron's own installer. A package's install scripts may be blocked by npm, so it is called here.
import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../place.mjs';
import { command, nodeIsAtLeast, run, say, Stop } from '../process.mjs';

const home = join(root, 'node_modules', 'electron');

/** Asks the server Electron's installer would ask, mirrors included, for a few seconds at most. @param {string} version */
export async function serverAnswers(version) {
  const { downloadArtifact } = await import('@electron/get');
  const probe = {
    /** @param {string} url */
    async download(url) {
      const answer = await fetch(url, { headers: { range: 'bytes=0-0' }, signal: AbortSignal.timeout(10_000) });
      await answer.body?.cancel();
      if (answer.ok) throw new Reached();
      throw new Error(`the server answered ${answer.status}`);
    },
  };
  try {
    // The check sums are only there so that nothing but the one file is asked for; a file already fetched counts as reached.
    await downloadArtifact({ version, artifactName: 'electron', platform: process.platform, arch: process.arch, downloader: probe, unsafelyDisableChecksums: true });
    return true;
  } catch (error) {
    return error instanceof Reached;
  }
}

class Reached extends Error {}

/** Runs the installer, or says why it cannot. */
export async function installElectron() {
  if (!nodeIsAtLeast(22, 12)) {
    throw new Stop(`Electron's installer needs Node 22.12 or newer; this is ${process.versions.node}. Install a current Node from nodejs.org and run the command again.`);
  }
  // A link of the registry road must go first, or the installer would unpack into the cache behind it.
  if (lstatSync(join(home, 'dist'), { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(join(home, 'dist'));
  say('Fetching Electron ...');
  const { code, output } = await run(process.execPath, [command('electron', 'install-electron')], { show: 'none', limit: 15 * 60_000 });
  if (code !== 0) throw new Stop(`Electron could not be fetched:\n${output.trim()}\nCheck the network (ELECTRON_MIRROR names another server) and run the command again.`);
}
