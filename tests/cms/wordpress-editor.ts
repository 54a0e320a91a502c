import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JSDOM } from 'jsdom';
import * as v from 'valibot';

/** The scripts of Debian's WordPress 6.1, unpacked and not installed: its block editor needs no server to parse and save. */
const folder = fileURLToPath(new URL('../../node_modules/.galley/cms/wordpress/', import.meta.url));
const scripts = join(folder, 'root/usr/share/wordpress/wp-includes/js/dist');

const checked = v.object({ invalid: v.array(v.string()), names: v.array(v.string()), saved: v.string() });
export type Checked = v.InferOutput<typeof checked>;

/** Parses a post as the editor opens it and serialises it as the editor saves it. Null where WordPress cannot be had. */
export function blockEditor(): ((content: string) => Checked) | null {
  if (unpackedWordPress() === null) {
    process.stderr.write('Skipped: WordPress could not be fetched (Debian: apt-get download wordpress)\n');
    return null;
  }
  const { window } = new JSDOM('<!doctype html><body></body>', { url: 'http://127.0.0.1/', runScripts: 'outside-only', pretendToBeVisual: true });
  window.eval('window.matchMedia = () => ({ matches: false, addListener() {}, removeListener() {}, addEventListener() {}, removeEventListener() {} }); window.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} }; window.wp = {}; for (const name of ["error", "warn", "info", "log"]) console[name] = () => {};');
  for (const file of scriptOrder()) {
    window.eval(readFileSync(file, 'utf8'));
    if (file.endsWith('lodash.js')) window.eval('window.lodash = _.noConflict ? _ : _;');
  }
  window.eval('wp.blockLibrary.registerCoreBlocks();');
  window.eval(`window.check = (content) => {
    const blocks = wp.blocks.parse(content);
    const all = (list) => list.flatMap((block) => [block, ...all(block.innerBlocks)]);
    return JSON.stringify({ invalid: all(blocks).filter((block) => !block.isValid).map((block) => block.name), names: all(blocks).map((block) => block.name), saved: wp.blocks.serialize(blocks) });
  };`);
  return (content) => v.parse(checked, JSON.parse(String(window.eval(`check(${JSON.stringify(content)})`))));
}

/** The folder of WordPress's own files; null where the package cannot be had. */
export function unpackedWordPress(): string | null {
  const unpacked = join(folder, 'root/usr/share/wordpress');
  if (existsSync(join(scripts, 'blocks.js'))) return unpacked;
  mkdirSync(folder, { recursive: true });
  const packages = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.deb'));
  if (packages().length === 0) spawnSync('apt-get', ['download', '-qq', 'wordpress'], { cwd: folder });
  const [deb] = packages();
  if (deb) spawnSync('dpkg', ['-x', deb, 'root'], { cwd: folder });
  if (deb) rmSync(join(folder, deb), { force: true });
  return existsSync(join(scripts, 'blocks.js')) ? unpacked : null;
}

/** The block library and all it needs, each after what it depends on, as WordPress's own list says. */
function scriptOrder(): string[] {
  const list = readFileSync(join(scripts, '../../assets/script-loader-packages.php'), 'utf8');
  const needs = new Map([...list.matchAll(/'([\w-]+)\.js' => array\('dependencies' => array\(([^)]*)\)/g)].map(([, name = '', wanted = '']) => [`wp-${name}`, wanted.split(',').map((one) => one.trim().replaceAll("'", ''))]));
  const done = new Set<string>();
  const files: string[] = [];
  const add = (name: string): void => {
    if (done.has(name)) return;
    done.add(name);
    for (const need of [...(name === 'react-dom' ? ['react'] : []), ...(needs.get(name) ?? [])]) add(need);
    const path = [join(scripts, `${name.replace(/^wp-/, '')}.js`), join(scripts, 'vendor', `${name}.js`)].find((candidate) => existsSync(candidate));
    if (path && name !== 'wp-polyfill') files.push(path);
  };
  add('wp-block-library');
  return files;
}
