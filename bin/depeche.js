#!/usr/bin/env node
// Starts the command line: from the sources in a checkout, from `dist` in the published package. Kept in plain JavaScript that an
// old Node can parse, so that it can say what is missing; the compile cache keeps start-up close to that of bare Node.
import { existsSync } from 'node:fs';
import module from 'node:module';

const needed = [24, 15];
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(`depeche needs Node ${needed.join('.')} or later; this is Node ${process.versions.node}.`);
  process.exit(2);
}
module.enableCompileCache();
const source = new URL('../src/cli/main.ts', import.meta.url);
const entry = existsSync(source) ? source : new URL('../dist/cli/main.js', import.meta.url);
// Our own files name each other by their paths. Node would look for a package.json around each of some two hundred and ask the disk
// where it really is, which takes a tenth of a run; where a Node lacks the hook, it does.
const own = new URL('..', entry).href;
const format = entry === source ? 'module-typescript' : 'module';
module.registerHooks?.({
  resolve: (specifier, context, next) =>
    specifier.startsWith('.') && context.parentURL?.startsWith(own)
      ? { url: new URL(specifier, context.parentURL).href, format, shortCircuit: true }
      : next(specifier, context),
});
const { main } = await import(entry.href);
await main();
