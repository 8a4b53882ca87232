// The main job through the API: what the browser journeys do by hand, where a test needs it only as a start.
import { Client, ApiError } from './api.mjs';
import { enrol, signRequest } from './keys.mjs';
import { evidencePdf, filled, newPerson } from './profile.mjs';
import { today } from './workdays.mjs';

/** The accounts of the demonstration, signed in. */
export async function cast(base) {
  const { body: deployment } = await new Client(base).call('GET', '/deployment');
  const clients = [];
  for (const account of deployment.demonstration) {
    clients.push(await Client.signIn(base, account.username, account.password));
  }
  return { deployment, clients };
}

/** Those who may do the action, anywhere. */
export const allowed = (clients, action) => clients.filter((client) => client.me.actions.includes(action));

/** The first client for which the question is answered yes; a refusal is a no. */
export async function firstWho(clients, question) {
  for (const client of clients) {
    try {
      if (await question(client)) return client;
    } catch (error) {
      if (!(error instanceof ApiError) || ![403, 404].includes(error.status)) throw error;
    }
  }
  throw new Error('nobody in the demonstration may do that');
}

export const newPassword = 'Mot-mat-khau-moi-2026';

/** The client with a key of its own. */
export async function enrolled(client) {
  if (!client.certificate) await enrol(client);
  return client;
}

/** Registers somebody and issues the account; answers the person's own client with the password changed. */
export async function recruit(base, clients, { name, unit, kind, management, decidedOn = today(), onIssueTask = () => {} }) {
  const person = newPerson({ name, unit, kind, management, decidedOn });
  const { ...body } = person;
  const registrar = await firstWho(allowed(clients, 'enter_profiles'), async (client) => {
    const registered = await client.post('/people', body);
    person.id = registered.summary.id;
    return true;
  });
  const issuer = await firstWho(allowed(clients, 'issue_accounts'), async (client) => {
    const task = (await client.all('/tasks?scope=mine&kind=issue_account')).find((found) => found.person_id === person.id);
    if (task) onIssueTask(task);
    return task;
  });
  const issued = await issuer.post(`/people/${person.id}/account`);
  const first = await Client.signIn(base, issued.username, issued.initial_password);
  await first.call('PUT', '/me/password', { body: { current: issued.initial_password, new: newPassword } });
  const client = await Client.signIn(base, issued.username, newPassword);
  return { person, registrar, issuer, issued, client };
}

/** Fills the draft, adds evidence, and signs; answers what the signature brought about. */
export async function submit(client, person, change = (document) => document) {
  const path = `/people/${person.id}/draft`;
  const draft = await client.call('GET', path);
  const document = change(draft.body.base_version ? draft.body.document
    : filled(draft.body.document, { name: person.full_name, personalId: person.personal_id }));
  const saved = await client.call('PUT', path, { body: { document }, ifMatch: draft.etag });
  await client.post(`/people/${person.id}/attachments?name=quyet-dinh.pdf&category=appointment&pointer=`, undefined,
    { file: evidencePdf(), type: 'application/pdf' });
  const ready = await client.call('GET', path);
  const errors = ready.body.issues.filter((issue) => issue.severity === 'error');
  if (errors.length) throw new Error(`the draft has errors: ${JSON.stringify(errors)}`);
  return signRequest(client, `${path}/signing-requests`, ready.etag ?? saved.etag);
}

/** Who has to act on the current step of a submission. */
export const deciderOf = (clients, id) => firstWho(clients, async (client) => (await client.get(`/submissions/${id}`)).may_decide);

/** Signs a decision on the current step. */
export async function decide(client, id, decision = 'approve', reasons = []) {
  const { etag } = await client.call('GET', `/submissions/${id}`);
  return signRequest(await enrolled(client), `/submissions/${id}/signing-requests`, etag, { decision, reasons });
}

/** Approves until the version is in force. */
export async function approveAll(clients, id) {
  let result;
  do {
    result = await decide(await deciderOf(clients, id), id);
  } while (result.submission_state === 'in_review');
  return result;
}

/** Exports the approved version with both signatures; answers the export and the file. */
export async function exportSigned(clients, person) {
  const starter = await firstWho(clients, async (client) => (await client.get(`/people/${person.id}`)).may_export);
  let made = await starter.post(`/people/${person.id}/exports`, {});
  const signer = await firstWho(clients, async (client) => (await client.get(`/exports/${made.id}`)).may_sign);
  const { etag } = await signer.call('GET', `/exports/${made.id}`);
  await signRequest(await enrolled(signer), `/exports/${made.id}/signing-requests`, etag);
  const clerk = await firstWho(clients, async (client) => (await client.get(`/exports/${made.id}`)).may_seal);
  const before = await clerk.call('GET', `/exports/${made.id}`);
  await clerk.post(`/exports/${made.id}/seal`, {}, { ifMatch: before.etag });
  made = await clerk.get(`/exports/${made.id}`);
  return { export: made, signer, clerk, file: await clerk.get(`/exports/${made.id}/file`) };
}
