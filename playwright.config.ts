import { defineConfig } from '@playwright/test';
import { findChromium } from './bin/chromium';

const baseURL = process.env.E2E_BASE_URL;
if (!baseURL) throw new Error('The browser tests need a server: run npm test -- e2e [filter].');

const desktop = { width: 1280, height: 900 };
const phone = { width: 375, height: 812 };

/**
 * Where a test runs follows from its folder: journeys on the desktop with JavaScript and on the phone
 * without, so that each meets both widths and both ways; everything else on the desktop with
 * JavaScript, where accessibility narrows its window itself. Tags change that: @everywhere adds the
 * other two to a journey, @no-js and @phone add a project, @js leaves out those without JavaScript,
 * and @desktop the phone's: such a journey runs on the desktop without JavaScript instead.
 */
const bothWays = /@no-js\b|\bjourneys\/.*@(desktop|everywhere)\b/;
const onPhone = /@phone\b|\bjourneys\/.*@everywhere\b/;
const onPhoneWithoutJs = /\bjourneys\/|@no-js\b.*@phone\b|@phone\b.*@no-js\b/;

const use = (viewport: typeof desktop, javaScriptEnabled: boolean) => ({
  viewport,
  javaScriptEnabled,
  isMobile: viewport === phone,
  hasTouch: viewport === phone,
});

export default defineConfig({
  testDir: './e2e',
  outputDir: './test-results',
  forbidOnly: true,
  fullyParallel: false,
  retries: 0,
  workers: 2,
  // A page in five states, each looked over by axe, takes a while on a busy machine.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    baseURL,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // A container's /dev/shm may be too small for a page.
        '--disable-dev-shm-usage',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: use(desktop, true) },
    { name: 'desktop-no-js', grep: bothWays, grepInvert: /@js\b/, use: use(desktop, false) },
    { name: 'phone', grep: onPhone, grepInvert: /@desktop\b/, use: use(phone, true) },
    {
      name: 'phone-no-js',
      grep: onPhoneWithoutJs,
      grepInvert: /@(js|desktop)\b/,
      use: use(phone, false),
    },
  ],
});
