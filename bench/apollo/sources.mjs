// Subgraph over sources-service's database: articles and their outlets, by id.
import DataLoader from 'dataloader';
import gql from 'graphql-tag';
import { serve } from './serve.mjs';

const typeDefs = gql`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Query { articles(first: Int!): [Article!]! }
  type Article @key(fields: "id") { id: ID! headline: String url: String publishedAt: String outlet: Outlet }
  type Outlet @key(fields: "id") { id: ID! name: String! }
`;

const loader = (pool, name, text) =>
  new DataLoader(async (ids) => {
    const { rows } = await pool.query({ name, text, values: [ids] });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });

serve(typeDefs, {
  Query: {
    articles: async (_, { first }, { pool }) =>
      (await pool.query({ name: 'newest', text: 'select id, headline, url, published_at "publishedAt", outlet_id from article order by sorted_at desc, id limit $1', values: [first] })).rows,
  },
  Article: {
    __resolveReference: ({ id }, { articles }) => articles.load(id),
    publishedAt: (article) => article.publishedAt?.toISOString(),
    outlet: (article, _, { outlets }) => article.outlet_id && outlets.load(article.outlet_id),
  },
  Outlet: { __resolveReference: ({ id }, { outlets }) => outlets.load(id) },
}, (pool) => ({
  pool,
  articles: loader(pool, 'articles', 'select id, headline, url, published_at "publishedAt", outlet_id from article where id = any($1::uuid[])'),
  outlets: loader(pool, 'outlets', 'select id, name from outlet where id = any($1::uuid[])'),
}));
