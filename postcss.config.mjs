import nhsukCompatible from './bin/postcss-nhsuk.mjs';

// The plugin itself, not its path: Turbopack would require() it, which Node 20.9 does not do for it.
const config = { plugins: [[nhsukCompatible, {}], '@tailwindcss/postcss'] };

export default config;
