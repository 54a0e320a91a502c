// What `electron PATH` runs first in the runtime of the registry road, whose packager had left Electron's own out.
// An ES module with a top-level await: Electron then holds back 'ready' until the app's own entry has run, so that
// registerSchemesAsPrivileged and the like come in time, for CommonJS and ES-module apps alike.
import { app } from 'electron';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire, Module } from 'node:module';
import { pathToFileURL } from 'node:url';

const words = process.argv.slice(1);
const preloads = [];
let file;
for (let i = 0; i < words.length && !file; i++) {
  const word = words[i];
  if (word === '-r' || word === '--require') preloads.push(words[++i]);
  else if (word === '-v' || word === '--version') {
    console.log(`v${process.versions.electron}`);
    process.exit(0);
  } else if (word === '-a' || word === '--abi') {
    console.log(process.versions.modules);
    process.exit(0);
  } else if (!word.startsWith('-')) file = word;
}
if (preloads.length) Module._preloadModules(preloads);
if (!file) {
  console.error('usage: electron [options] PATH');
  process.exit(2);
}
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
const target = path.resolve(file);
const manifest = path.join(target, 'package.json');
let folder;
if (fs.existsSync(manifest)) {
  const { version, productName, name, desktopName } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  folder = target;
  if (version) app.setVersion(version);
  if (productName || name) app.setName(productName || name);
  app.setDesktopName(desktopName || `${app.getName()}.desktop`);
}
try {
  const main = createRequire(import.meta.url).resolve(target);
  app.setAppPath(folder || path.dirname(main));
  await import(pathToFileURL(main).href);
} catch (error) {
  console.error('App threw an error during load');
  console.error((error && error.stack) || error);
  process.exit(1);
}
