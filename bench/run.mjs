// Parley's gateway beside what one would use instead: one data set, one machine, one run, a table of ratios. See README.md.
//   node run.mjs [--articles 1000] [--seconds 10] [--rounds 5] [--connections 16] [--keep] [--from FOLDER]
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { check, targets } from './targets.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const project = dirname(here);
const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '16' },
    keep: { type: 'boolean', default: false },
    from: { type: 'string' },
  },
});
const seconds = Number(options.seconds);
const rounds = Number(options.rounds);
// What an earlier run with --keep has left is measured again without being read anew.
const work = options.from ?? mkdtempSync(join(tmpdir(), 'parley-bench-'));
chmodSync(work, 0o755);
const children = [];
const say = (line) => process.stderr.write(`${line}\n`);

async function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts a program that goes on running, and waits until it says that it is ready. */
function start(name, command, args, ready, extra = {}) {
  return new Promise((resolve, reject) => {
    const log = createWriteStream(join(work, `${name}.log`));
    const child = spawn(command, args, { cwd: here, ...extra, env: { ...process.env, NODE_ENV: 'production', ...extra.env } });
    children.push(child);
    let text = '';
    const timer = setTimeout(() => reject(new Error(`${name} is not ready after 120 s; see ${work}/${name}.log`)), 120_000);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        log.write(data);
        text += data;
        if (ready.test(text)) {
          clearTimeout(timer);
          resolve(child);
        }
      });
    }
    child.on('exit', (code) => reject(new Error(`${name} ended with ${code}:\n${text.slice(-2000)}`)));
  });
}

function run(command, args, extra = {}) {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...extra });
  if (done.status !== 0) {
    throw new Error(`${command} ${args.join(' ')} ended with ${done.status}: ${done.stderr || done.error}`);
  }
  return done.stdout;
}

/** A PostgreSQL of the machine on a folder of its own: the peers, pgbench and Parley all read from it. */
async function postgres() {
  const versions = readdirSync('/usr/lib/postgresql').sort((a, b) => a - b);
  const bin = `/usr/lib/postgresql/${versions.at(-1)}/bin`;
  const port = await freePort();
  const data = join(work, 'data');
  const as = process.getuid() === 0 ? { uid: Number(run('id', ['-u', 'postgres'])), gid: Number(run('id', ['-g', 'postgres'])) } : {};
  if (as.uid) {
    chmodSync(work, 0o777);
  }
  if (!options.from) run(`${bin}/initdb`, ['-D', data, '-U', 'postgres', '-A', 'trust', '--locale=C.UTF-8', '-E', 'UTF8'], as);
  await start('postgres', `${bin}/postgres`,
    ['-D', data, '-p', port, '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${work}`, '-c', 'shared_buffers=512MB', '-c', 'max_connections=200'],
    /ready to accept connections/, as);
  return { port, url: (database) => `postgres://postgres@127.0.0.1:${port}/${database}` };
}

async function graphql(url, query, variables) {
  const response = await fetch(url, {
    method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify({ query, variables }),
  });
  const answer = await response.json();
  if (answer.errors) {
    throw new Error(`${url}: ${JSON.stringify(answer.errors).slice(0, 600)}`);
  }
  return answer.data;
}

async function parley(db) {
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const env = {
    PARLEY_HOME: join(work, 'home'), PARLEY_PORT: String(port), PARLEY_DB_URL: db.url('postgres'),
    // The compilers a server runs with, not those of a laptop's quick start.
    PARLEY_JAVA_OPTS: '-Xmx256m -XX:+UseSerialGC',
    // A limit of requests per minute would be what is measured.
    PARLEY_RATE_LIMIT_ENABLED: 'false',
  };
  await start('parley', join(project, 'parley'), ['up', '--no-samples'], /Parley is ready/, { env });
  const suite = { door: `http://127.0.0.1:${port}/graphql`, home: env.PARLEY_HOME };
  if (!options.from) {
    await fill(env, suite.door);
  }
  return suite;
}

async function fill(env, door) {
  const articles = join(work, 'articles.jsonl');
  writeFileSync(articles, run('node', [join(here, 'generate.mjs'), options.articles]));
  const began = Date.now();
  run(join(project, 'parley'), ['import', articles], { env: { ...process.env, ...env } });
  const stored = Date.now();
  for (;;) {
    const { status } = await graphql(door, '{ status { pendingArticles } }');
    if (status.pendingArticles === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  say(`${options.articles} articles: stored in ${(stored - began) / 1000} s, all read ${(Date.now() - stored) / 1000} s later`);
}

/** Memory the kernel says a process and its children have to themselves, with their share of the rest. */
function pss(pid) {
  const own = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1] / 1024;
  const inner = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }).stdout.split('\n').filter(Boolean);
  return inner.reduce((sum, child) => sum + pss(child), own);
}

function wrk(target, connections, time) {
  const ring = join(work, `${target.name.replaceAll(/\W/g, '-')}.lua`);
  const bodies = target.bodies.map((body) => `[==[${JSON.stringify(body)}]==]`).join(',\n');
  writeFileSync(ring, `
local bodies = {${bodies}}
local i = 0
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Accept"] = "application/json"
${Object.entries(target.headers ?? {}).map(([name, value]) => `wrk.headers["${name}"] = "${value}"`).join('\n')}
request = function() i = i % #bodies + 1; return wrk.format(nil, nil, nil, bodies[i]) end
done = function(summary, latency)
  io.write(string.format("RESULT %f %f %f %d\\n", summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(95) / 1000,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end`);
  const out = run('wrk', ['-t1', `-c${connections}`, `-d${time}s`, '-s', ring, target.url]);
  const [rps, p50, p95, errors] = /RESULT (.*)/.exec(out)[1].split(' ').map(Number);
  return { rps, p50, p95, errors };
}

function pgbench(target, connections, time) {
  const script = join(work, 'pgbench.sql');
  writeFileSync(script, target.sql);
  const out = run('pgbench', ['-n', '-M', 'prepared', '-c', connections, '-j', '1', '-T', time, '-f', script, '-h', '127.0.0.1', '-p', target.port, '-U', 'postgres', target.database]);
  return { rps: Number(/tps = ([\d.]+)/.exec(out)[1]), p50: NaN, p95: NaN, errors: 0 };
}

/** Until two turns in a row were not faster by a tenth: what compiles as it runs takes a minute and more, what is compiled none. */
function warm(rate) {
  for (let best = rate(), still = 0, turn = 1; still < 2 && turn < 12; turn++) {
    const next = rate();
    still = next > best * 1.1 ? 0 : still + 1;
    best = Math.max(best, next);
  }
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const number = (value, digits = 0) => (Number.isNaN(value) ? '' : value.toFixed(digits));

try {
  const db = await postgres();
  const suite = await parley(db);
  const list = await targets({ db, suite, start, run, graphql, freePort, here, work });
  await check(list, graphql);
  for (const query of new Set(list.map((target) => target.query))) {
    const group = list.filter((target) => target.query === query);
    const measure = (target, time) => (target.sql ? pgbench : wrk)(target, options.connections, time);
    group.forEach((target) => warm(() => measure(target, seconds).rps));
    const results = new Map(group.map((target) => [target, []]));
    for (let round = 0; round < rounds; round++) {
      for (const target of group) {
        results.get(target).push(measure(target, seconds));
      }
    }
    const rate = (which) => { const target = group.find(which); return target ? median(results.get(target).map((result) => result.rps)) : NaN; };
    const own = rate((target) => target.own);
    const again = rate((target) => target.again);
    console.log(`\n### ${query}\n\n| target | requests/s: median (least to most) | p50 ms | p95 ms | errors | Parley, worked out / it | Parley, asked again / it | PSS MB |\n|---|---|---|---|---|---|---|---|`);
    for (const [target, rows] of results) {
      const rps = rows.map((row) => row.rps);
      console.log(`| ${target.name} | ${number(median(rps))} (${number(Math.min(...rps))} to ${number(Math.max(...rps))}) | ${number(median(rows.map((row) => row.p50)), 1)} | `
        + `${number(median(rows.map((row) => row.p95)), 1)} | ${rows.reduce((sum, row) => sum + row.errors, 0)} | ${number(own / median(rps), 2)} | ${number(again / median(rps), 2)} | ${target.pids ? number(target.pids().reduce((sum, pid) => sum + pss(pid), 0)) : ''} |`);
    }
  }
  console.log('');
  for (const crowd of [list.find((target) => target.own), list.find((target) => target.again)]) {
    const many = wrk(crowd, 64, seconds);
    console.log(`${crowd.name}, at 64 connections: ${number(many.rps)} requests/s, p95 ${number(many.p95, 1)} ms, ${many.errors} errors.`);
  }
} finally {
  children.toReversed().forEach((child) => child.removeAllListeners('exit') && child.kill('SIGTERM'));
  await new Promise((resolve) => setTimeout(resolve, 5000));
  // Hive Gateway's first process outlives the polite word; its workers end with it.
  children.filter((child) => child.exitCode === null && child.signalCode === null).forEach((child) => child.kill('SIGKILL'));
  if (options.keep || options.from) {
    say(`logs and data: ${work}`);
  } else {
    rmSync(work, { recursive: true, force: true });
  }
}
process.exit(process.exitCode ?? 0);
