// Subgraph over events-service's database: proposals, and the statements about them.
import DataLoader from 'dataloader';
import gql from 'graphql-tag';
import { serve } from './serve.mjs';
import { byArticle, byProposal, ofSpeaker, one, proposal } from './sql.mjs';

const typeDefs = gql`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Query { proposal(id: ID!): Proposal statement(id: ID!): Statement statementsOf(speaker: ID!, first: Int!, beforeSort: String, beforeId: ID): [Statement!]! }
  type Proposal { id: ID! title: String! statements(first: Int!): [Statement!]! }
  type Statement { id: ID! content: String! form: String! statedOn: String speaker: String article: Article! }
  type Article @key(fields: "id") { id: ID! statements(first: Int!): [Statement!]! }
`;

serve(typeDefs, {
  Query: {
    proposal: async (_, { id }, { pool }) => (await pool.query({ name: 'proposal', text: proposal, values: [id] })).rows[0],
    statement: async (_, { id }, { pool }) => (await pool.query({ name: 'one', text: one, values: [id] })).rows[0],
    statementsOf: async (_, { speaker, first, beforeSort, beforeId }, { pool }) =>
      (await pool.query({ name: 'ofSpeaker', text: ofSpeaker, values: [speaker, beforeSort, beforeId, first] })).rows,
  },
  Proposal: {
    statements: async ({ id }, { first }, { pool }) =>
      (await pool.query({ name: 'byProposal', text: byProposal, values: [id, first] })).rows,
  },
  Statement: {
    article: ({ article_id }) => ({ __typename: 'Article', id: article_id }),
  },
  Article: {
    __resolveReference: ({ id }) => ({ id }),
    statements: ({ id }, { first }, { statements }) => statements(first).load(id),
  },
}, (pool) => {
  const loaders = new Map();
  const statements = (first) => {
    if (!loaders.has(first)) {
      loaders.set(first, new DataLoader(async (ids) => {
        const { rows } = await pool.query({ name: 'byArticle', text: byArticle, values: [ids, first] });
        const pages = new Map(ids.map((id) => [id, []]));
        rows.forEach((row) => pages.get(row.article_id).push(row));
        return ids.map((id) => pages.get(id));
      }));
    }
    return loaders.get(first);
  };
  return { pool, statements };
});
