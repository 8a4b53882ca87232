// A mail server (RFC 5321) that keeps every letter it accepted; slow enough that a process can be killed in the middle.
import { createServer } from 'node:net';

export class Mailbox {
  /** @param {number} pause milliseconds before a letter is accepted */
  static async open(pause = 0) {
    const mailbox = new Mailbox();
    Object.assign(mailbox, { letters: [], pause, sockets: new Set() });
    mailbox.server = createServer((socket) => mailbox.#talk(socket));
    await new Promise((done) => mailbox.server.listen(0, '127.0.0.1', done));
    mailbox.url = `smtp://127.0.0.1:${mailbox.server.address().port}`;
    return mailbox;
  }

  #talk(socket) {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    // The process at the other end is killed: that is what this is for.
    socket.on('error', () => {});
    let [text, data] = ['', null];
    const answers = { EHLO: '250 mailbox', HELO: '250 mailbox', MAIL: '250 ok', RCPT: '250 ok', RSET: '250 ok', NOOP: '250 ok', QUIT: '221 bye' };
    const line = (words) => {
      if (data) {
        if (words !== '.') return data.push(words.replace(/^\./, ''));
        const letter = data;
        data = null;
        // Kept when it is accepted: whoever hangs up before has sent nothing.
        return setTimeout(() => {
          if (socket.destroyed) return;
          this.letters.push(headers(letter));
          socket.write('250 kept\r\n');
        }, this.pause);
      }
      const command = words.slice(0, 4).toUpperCase();
      if (command === 'DATA') data = [];
      return socket.write(`${command === 'DATA' ? '354 go on' : answers[command] ?? '502 unknown'}\r\n`);
    };
    socket.write('220 mailbox\r\n');
    socket.on('data', (chunk) => {
      text += chunk;
      const lines = text.split('\r\n');
      text = lines.pop();
      lines.forEach(line);
    });
  }

  close() {
    for (const socket of this.sockets) socket.destroy();
    return new Promise((done) => this.server.close(done));
  }
}

/** Names in lower case; folded lines are put together. */
function headers(lines) {
  const head = lines.slice(0, lines.indexOf('')).join('\n').replace(/\n[ \t]+/g, ' ');
  return Object.fromEntries(head.split('\n').map((field) => {
    const colon = field.indexOf(':');
    return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()];
  }));
}
