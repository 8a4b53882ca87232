// A client of the API as somebody else would write one from the contract.
import { randomUUID } from 'node:crypto';

export class ApiError extends Error {
  constructor(method, path, status, body) {
    super(`${method} ${path}: ${status} ${body?.code ?? ''} ${body?.detail ?? ''} ${JSON.stringify(body?.errors ?? [])}`);
    Object.assign(this, { status, code: body?.code, problem: body });
  }
}

export class Client {
  constructor(base, token) {
    this.base = `${base}/api/v1`;
    this.token = token;
  }

  static async signIn(base, username, password) {
    const client = new Client(base);
    const { body } = await client.call('POST', '/sessions', { body: { username, password }, repeatable: true });
    client.token = body.access_token;
    client.me = body.me;
    client.username = username;
    client.password = password;
    return client;
  }

  /** Any call; throws {@link ApiError} for every answer that is not 2xx. */
  async call(method, path, { body, file, type, ifMatch, key, repeatable } = {}) {
    const headers = { accept: 'application/json, application/problem+json' };
    if (this.token) headers.authorization = `Bearer ${this.token}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (file) headers['content-type'] = type;
    if (ifMatch) headers['if-match'] = ifMatch;
    if (method === 'POST' && !repeatable) headers['idempotency-key'] = key ?? randomUUID();
    const response = await fetch(this.base + path, {
      method, headers, body: file ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const json = /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(bytes.toString()) : undefined;
    if (!response.ok) throw new ApiError(method, path, response.status, json);
    return { status: response.status, body: json ?? bytes, etag: response.headers.get('etag'), headers: response.headers };
  }

  async get(path) { return (await this.call('GET', path)).body; }
  async post(path, body, options) { return (await this.call('POST', path, { body, ...options })).body; }

  /** Every entry of a list, page by page. */
  async all(path) {
    const items = [];
    let cursor;
    do {
      const separator = path.includes('?') ? '&' : '?';
      const page = await this.get(`${path}${separator}limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      items.push(...page.items);
      cursor = page.next;
    } while (cursor);
    return items;
  }
}
