// The picture of the README: `node e2e/screens/picture.mjs`.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Browser } from '../lib/browser.mjs';
import { allowed, cast, firstWho } from '../lib/flows.mjs';
import { root, Server } from '../lib/server.mjs';

const server = await Server.start({ deployment: 'hcmc' });
try {
  const { clients } = await cast(server.base);
  const reviewer = await firstWho(allowed(clients, 'review'), async (client) => (await client.get('/tasks?scope=mine')).items.length > 3);
  const browser = await Browser.open(server.base);
  await browser.context.request.post('/api/v1/app-session', { data: { username: reviewer.username, password: reviewer.password } });
  await browser.page.goto('/');
  await browser.settled();
  await browser.page.getByText('Vì sao?').nth(1).click();
  await mkdir(join(root, 'docs/images'), { recursive: true });
  await browser.page.screenshot({ path: join(root, 'docs/images/tasks.png') });
  await browser.close();
} finally {
  await server.stop();
}
