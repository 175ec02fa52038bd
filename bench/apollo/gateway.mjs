// Apollo Gateway over the two subgraphs: node apollo/gateway.mjs PORT SOURCES_URL EVENTS_URL; with --sdl it prints the composed graph.
import { ApolloGateway, IntrospectAndCompose } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const [port, sources, events] = process.argv.slice(2);
const gateway = new ApolloGateway({
  supergraphSdl: new IntrospectAndCompose({ subgraphs: [{ name: 'sources', url: sources }, { name: 'events', url: events }] }),
});
if (port === '--sdl') {
  gateway.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
    console.log(coreSupergraphSdl);
  });
  await gateway.load();
  process.exit(0);
}
await startStandaloneServer(new ApolloServer({ gateway }), { listen: { host: '127.0.0.1', port: Number(port) } });
console.log(`ready on ${port}`);
