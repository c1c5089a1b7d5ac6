import { createRequire } from 'node:module';

// Next's own script has no extension, which Node 20.9 cannot run once a module was imported first.
createRequire(import.meta.url)('next/dist/bin/next');
