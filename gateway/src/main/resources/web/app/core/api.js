/** The way to the server: the public GraphQL endpoint and the public REST paths, nothing else. */
import { t } from '../texts.js';

/** Pages of other origins cannot send it without being allowed to: the session's cookie counts only together with it. */
export const CONSOLE_HEADER = { 'X-Parley-Console': '1' };

/** The server gives up on a question before that: who waits longer waits for a connection that is broken. */
const PATIENCE = 40_000;

/** Why a request brought nothing. */
export class Failure extends Error {
  constructor(code, message, fields = []) {
    super(message);
    this.code = code;
    this.fields = fields;
  }
}

/**
 * Asks the GraphQL endpoint.
 *
 * @returns {Promise<{data: object, problems: Failure[]}>} what came, and what of it could not be had
 * @throws {Failure} when nothing came
 */
export async function ask(query, variables = {}, { signal } = {}) {
  const patience = AbortSignal.timeout(PATIENCE);
  const answer = await send('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal: signal ? AbortSignal.any([signal, patience]) : patience,
  });
  const { data, errors = [] } = await read(answer);
  const problems = errors.map((error) => new Failure(error.extensions?.code ?? 'INTERNAL', error.message));
  if (!data || (problems.length > 0 && Object.values(data).every((value) => value === null))) {
    throw problems[0] ?? new Failure('INTERNAL', t.failures.empty);
  }
  return { data, problems };
}

/** Changes something through GraphQL; any error is thrown. */
export async function change(mutation, variables) {
  const { data, problems } = await ask(mutation, variables);
  if (problems.length > 0) {
    throw problems[0];
  }
  return Object.values(data)[0];
}

/**
 * Asks a REST path. Objects are sent as JSON; anything else as it is.
 *
 * @returns {Promise<any>} the JSON that came, the text if it is something else, undefined if nothing came
 */
export async function rest(method, path, body, { signal, headers = {} } = {}) {
  const plain = body === undefined || typeof body === 'string' || body instanceof Blob;
  const answer = await send(path, {
    method,
    signal,
    headers: { ...(plain ? {} : { 'Content-Type': 'application/json' }), ...headers },
    body: plain ? body : JSON.stringify(body),
  });
  return answer.status === 204 ? undefined : read(answer);
}

async function send(path, options) {
  let answer;
  try {
    answer = await fetch(path, { ...options, headers: { ...CONSOLE_HEADER, ...options.headers }, credentials: 'same-origin' });
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    if (failure.name === 'TimeoutError') {
      throw new Failure('TIMEOUT', t.failures.slow);
    }
    throw new Failure('OFFLINE', t.failures.offline);
  }
  if (answer.status >= 400 && !isGraphQL(answer)) {
    const failure = await refusal(answer);
    if (failure.code === 'UNAUTHENTICATED') {
      document.dispatchEvent(new Event('parley-unauthenticated'));
    }
    throw failure;
  }
  return answer;
}

function isGraphQL(answer) {
  return (answer.headers.get('Content-Type') ?? '').startsWith('application/graphql-response+json');
}

async function refusal(answer) {
  const body = await answer.text();
  try {
    const problem = JSON.parse(body);
    const said = problem.detail ?? problem.title ?? problem.errors?.[0]?.message;
    const code = problem.code ?? problem.errors?.[0]?.extensions?.code ?? String(answer.status);
    const failure = new Failure(code, said ?? t.failures.status(answer.status), (problem.errors ?? []).filter((error) => error.field));
    failure.redirect = problem.redirect;
    return failure;
  } catch (notJson) {
    return new Failure(String(answer.status), t.failures.status(answer.status));
  }
}

async function read(answer) {
  const text = await answer.text();
  return (answer.headers.get('Content-Type') ?? '').includes('json') ? JSON.parse(text) : text;
}
