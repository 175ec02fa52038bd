// One subgraph on one database: node apollo/NAME.mjs PORT POSTGRES_URL
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import pg from 'pg';

pg.types.setTypeParser(1082, (text) => text); // a date is a day, not a moment

export async function serve(typeDefs, resolvers, context) {
  const [port, connectionString] = process.argv.slice(2);
  const pool = new pg.Pool({ connectionString, max: 16 });
  const server = new ApolloServer({ schema: buildSubgraphSchema({ typeDefs, resolvers }) });
  await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: Number(port) }, context: async () => context(pool) });
  console.log(`ready on ${port}`);
}
