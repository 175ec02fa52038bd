// Who is measured with which query. Every answer to the join is brought to one form and compared before anything is timed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byProposal } from './apollo/sql.mjs';

const PROPOSAL_PAGE = 'Q1 a proposal, 50 statements, their articles and outlets';
const FRONT_PAGE = 'Q2 the 20 newest articles, 3 statements of each';
const TIMELINE = 'Q3 statements, newest first: the first page and the fortieth';
const LINEAGE = 'Q4 a proposal, its versions and their points';
const SMALL = 'Q5 one statement by id';

const queries = {
  parley: {
    page: 'query($id: ID!) { proposal(id: $id) { title statements(first: 50) { nodes { id content form statedOn speaker { name } article { headline url publishedAt outlet { name } } } } } }',
    front: '{ articles(first: 20) { nodes { headline url publishedAt outlet { name } statements(first: 3) { nodes { content form speaker { name } } } } } }',
    timeline: 'query($after: String) { statements(first: 20, after: $after) { nodes { id content statedOn } pageInfo { hasNextPage endCursor } } }',
    lineage: 'query($id: ID!) { proposal(id: $id) { title versions { label pointCount points { text fate point { label } } } } }',
    small: 'query($id: ID!) { node(id: $id) { ... on Statement { content form receipts { exact start end } } } }',
  },
  federated: {
    page: 'query($id: ID!) { proposal(id: $id) { title statements(first: 50) { id content form statedOn speaker article { headline url publishedAt outlet { name } } } } }',
    front: '{ articles(first: 20) { headline url publishedAt outlet { name } statements(first: 3) { content form speaker } } }',
    small: 'query($id: ID!) { statement(id: $id) { content form } }',
  },
  postgraphile: {
    page: `query($id: UUID!) { proposalById(id: $id) { proposalStatesByProposalId(condition: {supersededAt: null}) { nodes { title } } readingAboutsByProposalId(first: 50, condition: {leads: true, supersededAt: null}, orderBy: [SORT_AT_DESC, STATEMENT_ID_ASC]) {
      nodes { readingByReadingId { statementId content form statedOn readingSpeakersByReadingId(first: 1, orderBy: POSITION_ASC) { nodes { actorByActorId { name } } }
        statementByStatementId { articleByArticleId { headline url publishedAt outletByOutletId { name } } } } } } } }`,
  },
};

const wire = (query, variables) => ({ query, variables });

export async function targets({ db, suite, start, run, graphql, freePort, here, work }) {
  const sql = (database, text) => run('psql', ['-XAtq', '-F', '\t', '-h', '127.0.0.1', '-p', String(db.port), '-U', 'postgres', database, '-c', text])
    .split('\n').filter(Boolean).map((line) => line.split('\t'));
  // The same proposals for all, by the ids each of them knows.
  const plainIds = sql('parley_events', `select proposal_id, count(*) from reading_about where leads and superseded_at is null group by 1 having count(*) >= 50 order by 2 desc, 1 limit 500`)
    .map(([id]) => id);
  if (plainIds.length === 0) {
    throw new Error('no proposal has 50 statements: generate more articles');
  }
  const titles = new Map(sql('parley_events', 'select proposal_id, slug from proposal_now').map(([id, slug]) => [slug, id]));
  const global = new Map();
  for (let after = null; ;) {
    const { proposals } = await graphql(suite.door, 'query($after: String) { proposals(first: 100, after: $after) { nodes { id slug } pageInfo { hasNextPage endCursor } } }', { after });
    proposals.nodes.forEach((node) => global.set(titles.get(node.slug), node.id));
    if (!proposals.pageInfo.hasNextPage) break;
    after = proposals.pageInfo.endCursor;
  }
  const page40 = await cursorOfPage(40, suite.door, graphql);
  const { statements } = await graphql(suite.door, '{ statements(first: 100) { nodes { id } } }');
  const plainStatements = sql('parley_events', 'select statement_id from reading where superseded_at is null order by sort_at desc, statement_id limit 100').map(([id]) => id);

  const [sources, events, apollo, hive, grafserv] = await Promise.all(Array.from({ length: 5 }, freePort));
  const subgraphs = [
    await start('sources', 'node', ['apollo/sources.mjs', String(sources), db.url('parley_sources')], /ready on/),
    await start('events', 'node', ['apollo/events.mjs', String(events), db.url('parley_events')], /ready on/),
  ];
  const gateway = ['apollo/gateway.mjs', String(apollo), `http://127.0.0.1:${sources}/`, `http://127.0.0.1:${events}/`];
  const apolloGateway = await start('apollo', 'node', gateway, /ready on/);
  const supergraph = join(work, 'supergraph.graphql');
  writeFileSync(supergraph, run('node', [gateway[0], '--sdl', gateway[2], gateway[3]], { cwd: here }));
  const hiveGateway = await start('hive', 'hive/node_modules/.bin/hive-gateway',
    ['supergraph', supergraph, '--port', String(hive), '--host', '127.0.0.1', '--jit'], /Listening on|Server listening|ready/i);
  const postgraphile = await start('postgraphile', 'postgraphile/node_modules/.bin/node',
    ['postgraphile/node_modules/.bin/postgraphile', '-c', db.url('parley_events'), '-s', 'public', '-P', 'postgraphile/presets/v4',
      '-p', String(grafserv), '-n', '127.0.0.1'], /Server listening|serving/i);

  const run_ = JSON.parse(readFileSync(join(suite.home, 'run.json'), 'utf8'));
  const own = Object.values(run_.processes);
  // Worked out each time, and as it comes: after the first round of questions from what the gateway has kept, while nobody writes.
  const parley = (query, name, bodies) => ({ query, name: `${name}, worked out`, own: true, url: suite.door, bodies, pids: () => own, headers: { 'Cache-Control': 'no-cache' } });
  const again = (query, bodies) => ({ query, name: 'Parley, asked again', again: true, url: suite.door, bodies, pids: () => own });
  const federated = (query, bodies) => [
    { query, name: 'Apollo Gateway 2.14, two subgraphs', url: `http://127.0.0.1:${apollo}/`, bodies, pids: () => [apolloGateway.pid, ...subgraphs.map((child) => child.pid)] },
    { query, name: 'Hive Gateway 1.16, the same subgraphs', url: `http://127.0.0.1:${hive}/graphql`, bodies, pids: () => [hiveGateway.pid, ...subgraphs.map((child) => child.pid)] },
  ];
  return [
    { ...parley(PROPOSAL_PAGE, 'Parley', plainIds.map((id) => wire(queries.parley.page, { id: global.get(id) }))), form: fromParley },
    { ...again(PROPOSAL_PAGE, plainIds.map((id) => wire(queries.parley.page, { id: global.get(id) }))), form: fromParley },
    ...federated(PROPOSAL_PAGE, plainIds.map((id) => wire(queries.federated.page, { id }))).map((target) => ({ ...target, form: fromFederated })),
    { query: PROPOSAL_PAGE, name: 'PostGraphile 5.1, one database', url: `http://127.0.0.1:${grafserv}/graphql`, pids: () => [postgraphile.pid],
      bodies: plainIds.map((id) => wire(queries.postgraphile.page, { id })), form: fromPostGraphile },
    { query: PROPOSAL_PAGE, name: 'one SQL statement (pgbench)', port: String(db.port), database: 'parley_events', sql: oneSql(plainIds) },
    parley(FRONT_PAGE, 'Parley', [wire(queries.parley.front)]),
    again(FRONT_PAGE, [wire(queries.parley.front)]),
    ...federated(FRONT_PAGE, [wire(queries.federated.front)]),
    parley(TIMELINE, 'Parley, page 1', [wire(queries.parley.timeline)]),
    { ...parley(TIMELINE, 'Parley, page 40', [wire(queries.parley.timeline, { after: page40 })]), own: false },
    parley(LINEAGE, 'Parley', plainIds.map((id) => wire(queries.parley.lineage, { id: global.get(id) }))),
    parley(SMALL, 'Parley', statements.nodes.map(({ id }) => wire(queries.parley.small, { id }))),
    again(SMALL, statements.nodes.map(({ id }) => wire(queries.parley.small, { id }))),
    ...federated(SMALL, plainStatements.map((id) => wire(queries.federated.small, { id }))),
  ];
}

async function cursorOfPage(page, door, graphql) {
  let after = null;
  for (let i = 1; i < page; i++) {
    const { statements } = await graphql(door, queries.parley.timeline, { after });
    if (!statements.pageInfo.hasNextPage) {
      throw new Error(`there is no page ${page} of statements: generate more articles`);
    }
    after = statements.pageInfo.endCursor;
  }
  return after;
}

/** The join as one statement that makes the JSON: what no gateway can beat. The copy of the articles' facts in this database stands for sources'. */
function oneSql(ids) {
  return `\\set i random(1, ${ids.length})
select json_build_object('title', p.title, 'statements', (select json_agg(json_build_object('id', x.id, 'content', x.content, 'form', x.form, 'statedOn', x."statedOn",
  'speaker', x.speaker, 'article', json_build_object('headline', a.headline, 'url', a.url, 'publishedAt', a.published_at, 'outlet', o.name)))
  from (${byProposal.replace('$1', 'p.proposal_id').replace('$2', '50')}) x join article a on a.id = x.article_id left join outlet o on o.id = a.outlet_id))
from proposal_now p where p.proposal_id = (array[${ids.map((id) => `'${id}'`).join(',')}]::uuid[])[:i];`;
}

const row = (content, form, statedOn, speaker, article, outlet) =>
  [content, form, statedOn ?? null, speaker ?? null, article.headline, article.url, new Date(article.publishedAt).getTime(), outlet?.name ?? null];

function fromParley({ proposal: p }) {
  return [p.title, p.statements.nodes.map((s) => row(s.content, s.form, s.statedOn, s.speaker?.name, s.article, s.article.outlet))];
}

function fromFederated({ proposal: p }) {
  return [p.title, p.statements.map((s) => row(s.content, s.form, s.statedOn, s.speaker, s.article, s.article.outlet))];
}

function fromPostGraphile({ proposalById: p }) {
  return [p.proposalStatesByProposalId.nodes[0].title, p.readingAboutsByProposalId.nodes.map(({ readingByReadingId: r }) => {
    const { articleByArticleId: article } = r.statementByStatementId;
    return row(r.content, r.form, r.statedOn, r.readingSpeakersByReadingId.nodes[0]?.actorByActorId.name, article, article.outletByOutletId);
  })];
}

/** Every target must give the same answer to the join, for every tenth proposal. */
export async function check(list, graphql) {
  const joins = list.filter((target) => target.form);
  for (let i = 0; i < joins[0].bodies.length; i += 10) {
    const answers = [];
    for (const target of joins) {
      const { query, variables } = target.bodies[i];
      answers.push(JSON.stringify(target.form(await graphql(target.url, query, variables))));
    }
    answers.forEach((answer, n) => {
      if (answer !== answers[0]) {
        throw new Error(`${joins[n].name} answers otherwise than ${joins[0].name}:\n${answer.slice(0, 800)}\n${answers[0].slice(0, 800)}`);
      }
    });
  }
}
