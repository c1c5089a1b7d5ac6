import { join } from 'node:path';

// Turbopack bundles this file, and finds a plugin of the project's own by absolute path only.
const config = {
  plugins: {
    [join(process.cwd(), 'bin/postcss-nhsuk.mjs')]: {},
    '@tailwindcss/postcss': {},
  },
};

export default config;
