import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Eleventy and Astro take a minute to install and Astro a newer Node: only `npm run test:cms` asks for them. */
const cache = fileURLToPath(new URL('../../node_modules/.galley/cms/', import.meta.url));

interface NpmSites {
  readonly eleventy: string;
  readonly astroFiles: Readonly<Record<string, string>>;
  readonly buildAstro: (folder: string, run: (folder: string, program: string, args: readonly string[]) => { status: number | null; said: string }) => { status: number | null; said: string };
}

export function eleventyAndAstro(): NpmSites | null {
  if (process.env['GALLEY_CMS'] !== 'all') {
    process.stderr.write('Skipped: Eleventy and Astro (npm run test:cms builds with them)\n');
    return null;
  }
  const eleventy = install('eleventy', ['@11ty/eleventy@3.1.8'], 'node_modules/@11ty/eleventy/cmd.cjs');
  const node = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const astro = install('astro', ['astro@7.3.5', `${node}@22.23.3`], 'node_modules/astro/package.json');
  if (!eleventy || !astro) return null;
  return {
    eleventy,
    astroFiles,
    buildAstro: (folder, run) => {
      symlinkSync(join(cache, 'astro/node_modules'), join(folder, 'node_modules'));
      return run(folder, join(cache, 'astro/node_modules', node, 'bin/node'), [join(cache, 'astro/node_modules/astro/bin/astro.mjs'), 'build']);
    },
  };
}

/** The path of an installed file; null where the registry does not answer. */
function install(name: string, packages: readonly string[], file: string): string | null {
  const folder = join(cache, name);
  if (!existsSync(join(folder, file))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}');
    spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], { cwd: folder, encoding: 'utf8' });
  }
  if (existsSync(join(folder, file))) return join(folder, file);
  process.stderr.write(`Skipped: ${name} could not be installed\n`);
  return null;
}

const astroFiles: Readonly<Record<string, string>> = {
  'package.json': '{"private": true, "type": "module"}',
  'astro.config.mjs': 'import { passthroughImageService } from "astro/config";\nexport default { image: { service: passthroughImageService() }, site: "http://127.0.0.1" };\n',
  'src/content.config.mjs': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
export const collections = { posts: defineCollection({ loader: glob({ pattern: '**/*.md', base: './src/content/posts', generateId: ({ entry }) => entry.replace(/\\/index\\.md$/, '') }), schema: z.object({ title: z.string().default(''), date: z.coerce.date().optional(), tags: z.array(z.string()).default([]) }) }) };
`,
  'src/pages/posts/[...id].astro': `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() { return (await getCollection('posts')).map((post) => ({ params: { id: post.id }, props: { post } })); }
const { post } = Astro.props;
const { Content } = await render(post);
---
<html><head><title>{post.data.title}</title></head><body><main><Content /></main></body></html>
`,
};
