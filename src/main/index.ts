// Composition root: wires, no logic. The command line is decided here, before anything of the window exists.
import { app } from 'electron';

const cliAt = process.argv.indexOf('cli');
if (cliAt > 0 && process.argv.slice(1, cliAt).every((word) => word.startsWith('-') || word === app.getAppPath())) {
  process.argv.splice(1, cliAt);
  // A variable keeps the bundler from pulling the command line into the window's start.
  const entry = './cli.js';
  void import(/* @vite-ignore */ entry);
} else {
  const { startApp } = await import('./app.ts');
  startApp();
}
