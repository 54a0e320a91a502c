import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

/** Ghost takes minutes to install (its SQLite is compiled) and a newer Node: only `npm run test:cms` asks for it. */
const folder = fileURLToPath(new URL('../../node_modules/.galley/cms/ghost/', import.meta.url));
const version = '6.65.0';
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const newNode = join(folder, 'tools/node_modules', nodePackage, 'bin');

/** A real Ghost on this machine. */
export interface Ghost {
  /** Saves a post over the Admin API and answers its HTML as Ghost gives it back. */
  readonly save: (html: string) => Promise<string>;
  readonly stop: () => void;
}

/** Starts Ghost with SQLite and no mail; null where it cannot be had, which is said. */
export async function ghostServer(): Promise<Ghost | null> {
  if (process.env['GALLEY_CMS'] !== 'all') {
    process.stderr.write('Skipped: Ghost (npm run test:cms installs it, which takes minutes)\n');
    return null;
  }
  if (!isInstalled()) {
    process.stderr.write('Skipped: Ghost could not be installed (it needs npm, g++, make and python3)\n');
    return null;
  }
  const work = mkdtempSync(join(tmpdir(), 'galley-ghost-'));
  const address = `http://127.0.0.1:${await freePort()}`;
  cpSync(join(folder, 'package/content'), join(work, 'content'), { recursive: true });
  const server = spawn(join(newNode, 'node'), ['index.js'], { cwd: join(folder, 'package'), stdio: 'ignore', env: { ...process.env, ...settings(work, address) } });
  const stop = (): void => end(server, work);
  try {
    const admin = `${address}/ghost/api/admin`;
    await answered(`${admin}/site/`);
    const key = await keyOf(admin, address);
    return { save: (html) => savePost(admin, key, html), stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Ghost takes its settings from the environment, `a__b` for `a.b`; it must be started in its own folder. */
const settings = (work: string, address: string): Record<string, string> => ({
  NODE_ENV: 'development',
  url: address,
  server__host: '127.0.0.1',
  server__port: new URL(address).port,
  database__client: 'better-sqlite3',
  database__connection__filename: join(work, 'ghost.db'),
  database__useNullAsDefault: 'true',
  mail__transport: 'stub',
  logging__transports: '["stdout"]',
  logging__level: 'error',
  paths__contentPath: join(work, 'content'),
  security__staffDeviceVerification: 'false',
  privacy__useUpdateCheck: 'false',
  privacy__useGravatar: 'false',
  privacy__useRpcPing: 'false',
});

/** An owner, a session, and an integration with its key `id:secret`. */
async function keyOf(admin: string, origin: string): Promise<string> {
  const headers = { Origin: origin, 'Accept-Version': 'v6.0', 'Content-Type': 'application/json' };
  const post = (path: string, body: unknown, cookie = ''): Promise<Response> => fetch(`${admin}${path}`, { method: 'POST', headers: { ...headers, ...(cookie ? { cookie } : {}) }, body: JSON.stringify(body) });
  const password = 'Rotative7-Ledger-Quay';
  const made = await post('/authentication/setup/', { setup: [{ name: 'Owner', email: 'owner@example.org', password, blogTitle: 'Test newsroom' }] });
  if (!made.ok) throw new Error(`Ghost has no owner: ${await made.text()}`);
  const session = await post('/session/', { username: 'owner@example.org', password });
  const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  // The session can be answered before it is stored.
  await answered(`${admin}/users/me/`, { ...headers, cookie });
  const integration = (await (await post('/integrations/?include=api_keys', { integrations: [{ name: 'galley' }] }, cookie)).json()) as { integrations: { api_keys: { type: string; id: string; secret: string }[] }[] };
  const key = integration.integrations[0]?.api_keys.find(({ type }) => type === 'admin');
  if (!key) throw new Error('Ghost gave no key');
  return key.secret.includes(':') ? key.secret : `${key.id}:${key.secret}`;
}

/** A token for five minutes, as the Admin API asks for it. */
function token(key: string): string {
  const [kid = '', secret = ''] = key.split(':');
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const unsigned = `${part({ alg: 'HS256', typ: 'JWT', kid })}.${part({ iat: now, exp: now + 300, aud: '/admin/' })}`;
  return `${unsigned}.${createHmac('sha256', Buffer.from(secret, 'hex')).update(unsigned).digest('base64url')}`;
}

async function savePost(admin: string, key: string, html: string): Promise<string> {
  const response = await fetch(`${admin}/posts/?source=html&formats=html`, {
    method: 'POST',
    headers: { Authorization: `Ghost ${token(key)}`, 'Accept-Version': 'v6.0', 'Content-Type': 'application/json' },
    body: JSON.stringify({ posts: [{ title: 'Test', status: 'draft', html }] }),
  });
  const said = (await response.json()) as { posts?: { html: string }[] };
  if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(said)}`);
  return said.posts?.[0]?.html ?? '';
}

/** Installs Ghost once, for the newer Node: its headers are named in the environment, which outweighs a person's own settings of npm. Its package names files that only resolve from inside it, so it is unpacked; only its SQLite is compiled. */
function isInstalled(): boolean {
  const done = join(folder, 'package/.ready');
  if (existsSync(done)) return true;
  mkdirSync(join(folder, 'tools'), { recursive: true });
  writeFileSync(join(folder, 'tools/package.json'), '{"private": true}');
  const run = (program: string, args: readonly string[], cwd: string): boolean => spawnSync(program, args, { cwd, encoding: 'utf8', env: { ...process.env, PATH: `${newNode}:${process.env['PATH'] ?? ''}`, npm_config_nodedir: join(newNode, '..') } }).status === 0;
  if (!run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${nodePackage}@22.23.3`, 'pnpm@12', 'node-gyp@12'], join(folder, 'tools'))) return false;
  rmSync(join(folder, 'package'), { recursive: true, force: true });
  if (!run('npm', ['pack', '--silent', `ghost@${version}`], folder) || !run('tar', ['xzf', `ghost-${version}.tgz`], folder)) return false;
  const manifest = join(folder, 'package/package.json');
  const { packageManager: _pinned, ...rest } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, unknown>;
  writeFileSync(manifest, JSON.stringify(rest));
  if (!run(join(newNode, 'node'), [join(folder, 'tools/node_modules/pnpm/bin/pnpm.mjs'), 'install', '--prod', '--frozen-lockfile', '--ignore-scripts'], join(folder, 'package'))) return false;
  const store = join(folder, 'package/node_modules/.pnpm');
  const sqlite = readdirSync(store).find((name) => name.startsWith('better-sqlite3@'));
  if (sqlite === undefined || !run(join(newNode, 'node'), [join(folder, 'tools/node_modules/node-gyp/bin/node-gyp.js'), 'rebuild', '--release'], join(store, sqlite, 'node_modules/better-sqlite3'))) return false;
  writeFileSync(`${done}.new`, version);
  renameSync(`${done}.new`, done);
  return true;
}

async function answered(address: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  for (const until = Date.now() + 120_000; Date.now() < until;) {
    const response = await fetch(address, { headers }).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${address} did not answer within two minutes`);
}

function end(server: ChildProcess, work: string): void {
  server.once('exit', () => rmSync(work, { recursive: true, force: true }));
  server.kill();
}
