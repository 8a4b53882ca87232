// The server under test: target/release/congvu on a free port with a fresh data folder.
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
export const binary = process.env.CONGVU_BINARY ?? join(root, 'target/release/congvu');
export const results = join(root, 'e2e/results');

const run = promisify(execFile);

/** Runs the program once; never throws for an exit code. */
export async function congvu(...args) {
  try {
    const { stdout, stderr } = await run(binary, args, { maxBuffer: 64 << 20 });
    return { code: 0, stdout, stderr };
  } catch (error) {
    return { code: error.code, stdout: error.stdout, stderr: error.stderr };
  }
}

export async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** A database of its own in the test cluster, or none where the tests run on SQLite. */
async function newDatabase(name) {
  const url = process.env.TEST_DATABASE_URL_POSTGRES;
  if (!url) throw new Error('TEST_DATABASE_URL_POSTGRES is not set: run through .ci/postgres.sh run');
  await run('psql', [url, '-qc', `CREATE DATABASE ${name}`]);
  return url.replace(/\/[^/]*$/, `/${name}`);
}

export class Server {
  /** @param {{deployment: string, database?: 'sqlite'|'postgres', demo?: boolean, clock?: string}} options */
  static async start({ deployment, database = 'sqlite', demo = true, clock }) {
    const server = new Server();
    server.deployment = deployment;
    Object.assign(server, { demo, clock });
    server.data = await mkdtemp(join(tmpdir(), 'congvu-e2e-'));
    server.port = await freePort();
    server.base = `http://127.0.0.1:${server.port}`;
    server.env = { ...process.env };
    delete server.env.DATABASE_URL;
    if (database === 'postgres') {
      server.env.DATABASE_URL = await newDatabase(`e2e_${process.pid}_${server.port}`);
    }
    await server.up().catch(async (error) => {
      await server.stop();
      throw error;
    });
    return server;
  }

  /** Starts the process and waits until it answers. */
  async up() {
    const args = ['serve', '--deployment', this.deployment, '--port', String(this.port), '--data', this.data,
      '--public-url', this.base, '--bcrypt-cost', '4'];
    if (this.demo) args.push('--demo');
    if (this.clock) args.push('--clock', this.clock);
    args.push(...this.arguments ?? []);
    this.log = '';
    this.process = spawn(binary, args, { env: this.env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.exited = new Promise((done) => this.process.once('exit', (code, signal) => done({ code, signal })));
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream.on('data', (chunk) => { this.log = (this.log + chunk).slice(-200_000); });
    }
    const gone = this.exited.then(({ code }) => { throw new Error(`the server ended with ${code}:\n${this.log}`); });
    gone.catch(() => {});
    const until = Date.now() + 60_000;
    while (Date.now() < until) {
      const answer = await Promise.race([fetch(`${this.base}/api/v1/health`).catch(() => null), gone]);
      if (answer?.ok) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`the server does not answer:\n${this.log}`);
  }

  async kill(signal = 'SIGKILL') {
    this.process.kill(signal);
    return this.exited;
  }

  /** `congvu check` over the data of this server: everything that must always hold. */
  async check() {
    const args = ['check', '--deployment', this.deployment, '--data', this.data];
    const { stdout, stderr } = await run(binary, args, { env: this.env }).catch((error) => error);
    if (!stdout.includes('✓')) throw new Error(`congvu check: ${stdout}${stderr}`);
  }

  /** Ends the process and removes the data; the log stays where a test failed. */
  async stop({ keepLog } = {}) {
    await this.kill('SIGTERM');
    if (keepLog) await writeFile(join(results, `server-${this.deployment}-${this.port}.log`), this.log);
    await rm(this.data, { recursive: true, force: true });
  }
}
