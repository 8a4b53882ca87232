// Schemathesis over every operation of the served document, as a signed-in user: whatever is sent, the answers keep the contract.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { cast } from '../lib/flows.mjs';
import { results, Server } from '../lib/server.mjs';

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const tool = resolve(here, '../.venv/bin/schemathesis');
const EXAMPLES = process.env.CONTRACT_EXAMPLES ?? '6';
let server, users;

before(async () => {
  await mkdir(results, { recursive: true });
  server = await Server.start({ deployment: 'hcmc' });
  const { clients } = await cast(server.base);
  const byRights = clients.sort((a, b) => b.me.actions.length - a.me.actions.length);
  users = { 'an account with many rights': byRights[0], 'a person without a role': byRights.find((client) => client.me.person_id && !client.me.actions.length) ?? byRights.at(-1) };
});
after(() => server?.stop());

function schemathesis(token) {
  return new Promise((done) => {
    const child = spawn(tool, ['--config-file', join(here, 'schemathesis.toml'), 'run', `${server.base}/api/openapi.json`, '--url', server.base,
      '--header', `Authorization: Bearer ${token}`, '--checks', 'all', '--phases', 'examples,coverage,fuzzing',
      '--max-examples', EXAMPLES, '--seed', '2026', '--workers', '2', '--continue-on-failure', '--warnings', 'off',
      '--request-timeout', '20', '--no-color'], { cwd: results, env: { ...process.env, PYTHONUTF8: '1', PYTHONPATH: here, SCHEMATHESIS_HOOKS: 'hooks' } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { output += chunk; });
    child.on('close', (code) => done({ code, output }));
  });
}

for (const who of ['an account with many rights', 'a person without a role']) {
  test(`the contract holds for ${who}`, async (t) => {
    const { code, output } = await schemathesis(users[who].token);
    const report = join(results, `contract, ${who}.txt`);
    await writeFile(report, output);
    const summary = output.slice(output.lastIndexOf('= SUMMARY ='));
    assert.equal(code, 0, `${summary}\nsee ${report}`);
    t.diagnostic(/Test cases:\n.*/.exec(summary)?.[0].replace(/\s+/g, ' '));
    assert.equal((await fetch(`${server.base}/api/v1/health`)).status, 200, 'the server is still well');
  });
}
