// The judges of a signed PDF: poppler's pdfsig, pyHanko, and the program itself.
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const python = resolve(here, '../.venv/bin/python');
const run = promisify(execFile);

/** Anchors and revocation lists of a server, and an NSS database that trusts its roots, in `folder`. */
export async function trust(base, folder) {
  await mkdir(folder, { recursive: true });
  const files = { anchors: 'anchors.pem', root: 'root.crl', issuing: 'issuing.crl' };
  for (const [name, file] of Object.entries(files)) {
    const response = await fetch(`${base}/api/v1/pki/${file}`);
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    files[name] = join(folder, file);
    await writeFile(files[name], Buffer.from(await response.arrayBuffer()));
  }
  return trustFiles(folder, files.anchors, [files.root, files.issuing]);
}

/** The same from files. */
export async function trustFiles(folder, anchors, crls) {
  const nss = join(folder, 'nss');
  await mkdir(nss, { recursive: true });
  await run('certutil', ['-N', '-d', `sql:${nss}`, '--empty-password']);
  await run('sh', ['-c', `csplit -s -z -f "$1/anchor-" "$2" '/BEGIN CERTIFICATE/' '{*}'
    for file in "$1"/anchor-*; do grep -q BEGIN "$file" && certutil -A -d "sql:$1" -n "$file" -t CT,CT,CT -a -i "$file"; done; true`, '-', nss, anchors]);
  return { anchors, crls, nss };
}

/**
 * One entry a signature: `{signer, valid, trusted, whole, timeStamp}`; `whole` where pdfsig says that it covers the total document. Poppler finds
 * document time stamps and what they cover, but does not verify them. Offline: revocation by OCSP is judged by openssl, in the tests of signing.
 */
export async function pdfsig(file, { nss }) {
  const { stdout } = await run('pdfsig', ['-no-ocsp', '-nssdir', `sql:${nss}`, file], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
    .catch((error) => ({ stdout: error.stdout }));
  return stdout.split(/^Signature #\d+:$/m).slice(1).map((text) => ({
    signer: /Signer Certificate Common Name: (.*)/.exec(text)?.[1],
    valid: text.includes('Signature Validation: Signature is Valid.'),
    trusted: text.includes('Certificate Validation: Certificate is Trusted.'),
    whole: text.includes('Total document signed'),
    timeStamp: /Signature Type: (unknown|ETSI\.RFC3161)/.test(text),
    text,
  }));
}

/** What pyHanko says, one entry a signature or (`kind: 'time_stamp'`) document time stamp, or `{error}`. */
export async function pyhanko(file, { anchors, crls }) {
  const { stdout } = await run(python, [join(here, '../judge/verify_pdf.py'), file, '--anchors', anchors, ...crls.flatMap((crl) => ['--crl', crl])]);
  return JSON.parse(stdout);
}

/** What pyHanko says of each signature years from now, with nothing but the roots and the file (PAdES B-LTA), or `{error}`. */
export async function longTerm(file, { anchors }) {
  const { stdout } = await run(python, [join(here, '../judge/verify_pdf.py'), file, '--anchors', anchors, '--long-term']);
  return JSON.parse(stdout);
}

export const appendRevision = (source, target) => run(python, [join(here, '../judge/append_revision.py'), source, target]);
export const signByRevoked = (source, target, folder) => run(python, [join(here, '../judge/revoked_signer.py'), source, target, folder]);
