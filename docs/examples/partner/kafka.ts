// Reads every statement from Kafka, each once and those of one row in order. Usage: npx tsx kafka.ts
// KAFKA_BOOTSTRAP_SERVERS, TOPIC. It ends when nothing has come for two seconds; yours goes on.
import { Kafka, logLevel } from "kafkajs";

const topic = process.env.TOPIC ?? "parley.statement";
const brokers = (process.env.KAFKA_BOOTSTRAP_SERVERS ?? "localhost:9092").split(",");
const consumer = new Kafka({ clientId: "example", brokers, logLevel: logLevel.ERROR }).consumer({
  groupId: `example-typescript-${topic}`,
});

// Yours keeps the ids where it keeps its work, in the same transaction: then a repeat is known whatever ends the process.
const known = new Set<string>();
let last = Date.now();

await consumer.connect();
await consumer.subscribe({ topics: [topic], fromBeginning: true });
await consumer.run({
  // Places are committed when the work is stored, below: never before.
  autoCommit: false,
  eachBatch: async ({ batch }) => {
    for (const message of batch.messages) {
      const event = JSON.parse(message.value!.toString()) as { id: string; type: string; subject: string };
      // Do your work here, unless the id is known.
      known.add(event.id);
      last = Date.now();
    }
    const offset = (BigInt(batch.lastOffset()) + 1n).toString();
    await consumer.commitOffsets([{ topic: batch.topic, partition: batch.partition, offset }]);
  },
});

while (Date.now() - last < (known.size > 0 ? 2_000 : 30_000)) await new Promise((wait) => setTimeout(wait, 200));
await consumer.disconnect();
console.log(`kafka, typescript: ${known.size} events`);
