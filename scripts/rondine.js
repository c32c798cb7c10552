#!/usr/bin/env node
// The command `rondine`: what npm run cli does, from any folder.
process.argv.splice(2, 0, 'scripts/cli.ts');
await import('./run.js');
