// Chromium as a person has it: a fresh profile for each, so that keys made in the browser are their own.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--lang=vi-VN'];

export const LAPTOP = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

export class Browser {
  /** A browser of somebody's own on the server's app. */
  static async open(base, { viewport = LAPTOP } = {}) {
    const browser = new Browser();
    browser.base = base;
    browser.profile = await mkdtemp(join(tmpdir(), 'congvu-chromium-'));
    browser.context = await chromium.launchPersistentContext(browser.profile, {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: ARGUMENTS,
      viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', acceptDownloads: true, baseURL: base,
    });
    browser.context.setDefaultTimeout(15_000);
    browser.page = browser.context.pages()[0] ?? await browser.context.newPage();
    browser.complaints = [];
    browser.page.on('pageerror', (error) => browser.complaints.push(`page error: ${error.message}`));
    browser.page.on('console', (message) => {
      // A refused request is logged by Chromium itself; what the app makes of it is what is tested.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        browser.complaints.push(`console: ${message.text()}`);
      }
    });
    return browser;
  }

  async close() {
    await this.context.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 3 });
  }

  /** The page has a heading, nothing is loading and no request is under way. */
  async settled() {
    await this.page.locator('h1').first().waitFor();
    await this.page.waitForLoadState('networkidle');
    await this.page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
    await this.page.evaluate(() => document.fonts.ready);
  }

  /** Serious and critical findings of axe on the page as it is now. */
  async audit() {
    await this.page.evaluate(axe);
    const { violations } = await this.page.evaluate(() => globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }));
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.target.join(' ')).join('; ')}`);
  }
}
