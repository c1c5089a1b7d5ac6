import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: true,
  // The image optimizer is an attack surface that nothing here needs.
  images: { unoptimized: true },
  // Titles stay in the head for everybody, so that they are there without JavaScript.
  htmlLimitedBots: /.*/,
  // The same build in two folders gives the same action ids.
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
  sassOptions: { loadPaths: ['node_modules'], quietDeps: true },
  // What proxy.ts is given is held in memory too: a little more than any post of ours.
  experimental: { proxyClientMaxBodySize: '2mb' },
  serverExternalPackages: ['@node-rs/argon2', 'graphile-worker', 'postgres'],
  // Pages get their headers from proxy.ts, which knows the nonce; these are for the files.
  headers: async () => [
    {
      source: '/_next/static/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
      ],
    },
  ],
};

export default config;
