import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { freePort } from './free-port.ts';
import { installed } from './installed.ts';
import { unpackedWordPress } from './wordpress-editor.ts';

const cache = fileURLToPath(new URL('../../node_modules/.galley/cms/', import.meta.url));
/** The plugin that lets WordPress keep its tables in SQLite, in the tarball of this package; nothing of it is installed. */
const playground = '@wp-playground/cli@3.1.49';
const plugin = 'sqlite-database-integration';
const phpModules = { mysqli: 'php-mysql', gd: 'php-gd', mbstring: 'php-mbstring', dom: 'php-xml', pdo_sqlite: 'php-sqlite3', curl: 'php-curl' };

/** A real WordPress on this machine, with a person for each role. */
export interface WordPress {
  /** Saves a post as this person, over the REST API, and answers its content as the editor will get it. */
  readonly save: (role: Role, content: string) => Promise<string>;
  /** The same, and answers the post's number. */
  readonly draft: (role: Role, content: string) => Promise<number>;
  /** What a post holds now. */
  readonly read: (post: number) => Promise<string>;
  readonly address: string;
  readonly stop: () => void;
}
const roles = ['editor', 'author'] as const;
export type Role = (typeof roles)[number];

/** Starts Debian's WordPress 6.1 under PHP's own server; null where it cannot be had, which is said. */
export async function wordPressServer(): Promise<WordPress | null> {
  const site = installed('php', ['php-cli', ...Object.values(phpModules)]) && hasModules() ? siteFolder() : null;
  if (site === null) {
    process.stderr.write('Skipped: WordPress over REST needs php and the package wordpress (Debian), and npm for its SQLite plugin\n');
    return null;
  }
  const work = mkdtempSync(join(tmpdir(), 'galley-wordpress-'));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  for (const [name, content] of Object.entries(files(site, work, address))) writeFileSync(join(work, name), content);
  const env = { ...process.env, GALLEY_WP_CONFIG: join(work, 'config.php'), PHP_CLI_SERVER_WORKERS: '4' };
  const php = ['-d', 'memory_limit=512M', '-d', 'display_errors=0'];
  const passwords = new Map(execFileSync('php', [...php, join(work, 'install.php')], { encoding: 'utf8', env }).trim().split('\n').map((line) => line.split('=', 2) as [string, string]));
  const server = spawn('php', [...php, '-S', `127.0.0.1:${port}`, '-t', site, join(work, 'router.php')], { detached: true, stdio: 'ignore', env });
  const stop = (): void => {
    endGroup(server);
    rmSync(work, { recursive: true, force: true });
  };
  if (!(await answers(`${address}/wp-json/`))) {
    stop();
    throw new Error('WordPress did not answer within 30 seconds');
  }
  const ask = (role: Role, path: string, body?: object): Promise<Post> => asked(`${address}/wp-json/wp/v2/posts${path}`, `${role}:${passwords.get(role) ?? ''}`, body);
  const create = (role: Role, content: string): Promise<Post> => ask(role, '', { title: 'Test', status: 'draft', content });
  return {
    address, stop,
    save: async (role, content) => (await create(role, content)).content?.raw ?? '',
    draft: async (role, content) => (await create(role, content)).id ?? 0,
    read: async (post) => (await ask('editor', `/${post}?context=edit`)).content?.raw ?? '',
  };
}

interface Post {
  readonly id?: number;
  readonly content?: { readonly raw?: string };
  readonly code?: string;
}

async function asked(address: string, person: string, body?: object): Promise<Post> {
  const response = await fetch(address, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', authorization: `Basic ${Buffer.from(person).toString('base64')}` },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const post = (await response.json()) as Post;
  if (!response.ok) throw new Error(`${response.status} ${post.code ?? ''}`);
  return post;
}

const hasModules = (): boolean => {
  const { stdout } = spawnSync('php', ['-m'], { encoding: 'utf8' });
  return Object.keys(phpModules).every((name) => stdout.toLowerCase().includes(name));
};

/** The folder of WordPress with the plugin in it, made once; each run has a database and settings of its own. */
function siteFolder(): string | null {
  const site = join(cache, 'wordpress-site');
  if (existsSync(site)) return site;
  const unpacked = unpackedWordPress();
  const made = `${site}.new`;
  rmSync(made, { recursive: true, force: true });
  if (unpacked === null) return null;
  mkdirSync(made, { recursive: true });
  // Links of the package lead out of it, some to nowhere: what they lead to is left out, nothing here needs it.
  cpSync(unpacked, made, { recursive: true, filter: (source) => existsSync(source) });
  if (!addPlugin(made)) return null;
  // It reads its settings from the environment of the run.
  writeFileSync(join(made, 'wp-config.php'), "<?php require getenv('GALLEY_WP_CONFIG');\n");
  renameSync(made, site);
  return site;
}

function addPlugin(site: string): boolean {
  const work = mkdtempSync(join(tmpdir(), 'galley-plugin-'));
  try {
    spawnSync('npm', ['pack', '--silent', playground], { cwd: work });
    const [tarball] = readdirSync(work);
    if (!tarball) return false;
    execFileSync('tar', ['xzf', tarball, `package/${plugin}.zip`], { cwd: work });
    const folder = join(site, 'wp-content/plugins', plugin);
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(work, 'package', `${plugin}.zip`))))) {
      const target = join(folder, path.slice(path.indexOf('/') + 1));
      if (path.endsWith('/')) continue;
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, bytes);
    }
    const driver = join(folder, 'wp-includes/sqlite/class-wp-sqlite-db.php');
    // WordPress 6.1 reads this property from the class above: private there is a fatal error.
    writeFileSync(driver, readFileSync(driver, 'utf8').replace('private $allow_unsafe_unquoted_parameters', 'protected $allow_unsafe_unquoted_parameters'));
    writeFileSync(join(site, 'wp-content/db.php'), readFileSync(join(folder, 'db.copy'), 'utf8').replace('{SQLITE_IMPLEMENTATION_FOLDER_PATH}', folder.replace(/\.new(?=\/)/, '')).replace('{SQLITE_PLUGIN}', `${plugin}/load.php`));
    return true;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What one run needs. */
const files = (site: string, work: string, address: string): Record<string, string> => ({
  'config.php': `<?php
define('DB_NAME','wp'); define('DB_USER','root'); define('DB_PASSWORD',''); define('DB_HOST','unused'); define('DB_CHARSET','utf8mb4'); define('DB_COLLATE','');
define('DB_DIR','${work}'); define('DB_FILE','wp.sqlite');
define('WP_HOME','${address}'); define('WP_SITEURL','${address}');
// Application passwords without TLS; no call to anywhere.
define('WP_ENVIRONMENT_TYPE','local'); define('WP_HTTP_BLOCK_EXTERNAL',true); define('DISABLE_WP_CRON',true); define('AUTOMATIC_UPDATER_DISABLED',true); define('WP_DEBUG',false);
foreach (['AUTH_KEY','SECURE_AUTH_KEY','LOGGED_IN_KEY','NONCE_KEY','AUTH_SALT','SECURE_AUTH_SALT','LOGGED_IN_SALT','NONCE_SALT'] as $key) define($key,'test-only-'.$key);
$table_prefix='wp_';
if (!defined('ABSPATH')) define('ABSPATH','${site}/');
require_once ABSPATH.'wp-settings.php';
`,
  'router.php': `<?php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path !== '/' && (is_file($_SERVER['DOCUMENT_ROOT'].$path) || is_file($_SERVER['DOCUMENT_ROOT'].rtrim($path, '/').'/index.php'))) return false;
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
require $_SERVER['DOCUMENT_ROOT'].'/index.php';
`,
  'install.php': `<?php
define('WP_INSTALLING', true);
$_SERVER += ['HTTP_HOST'=>'127.0.0.1','REQUEST_METHOD'=>'GET','REQUEST_URI'=>'/','SERVER_NAME'=>'127.0.0.1','SERVER_PROTOCOL'=>'HTTP/1.1'];
require '${site}/wp-load.php';
require_once ABSPATH.'wp-admin/includes/upgrade.php';
add_filter('pre_wp_mail','__return_true');
wp_install('Test newsroom','admin','admin@example.org',true,'','admin-pass');
update_option('permalink_structure','/%postname%/');
foreach (['editor','author'] as $role) {
  $id = wp_insert_user(['user_login'=>$role,'user_pass'=>$role.'-pass','user_email'=>$role.'@example.org','role'=>$role]);
  $made = WP_Application_Passwords::create_new_application_password($id,['name'=>'galley']);
  echo $role.'='.$made[0].PHP_EOL;
}
global $wp_rewrite; $wp_rewrite->init(); $wp_rewrite->flush_rules(false);
`,
});

/** PHP's server starts workers of its own, which outlive it: the whole group goes. */
function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid);
  } catch {
    // It has ended by itself.
  }
}

async function answers(address: string): Promise<boolean> {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    const response = await fetch(address).catch(() => null);
    if (response?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
