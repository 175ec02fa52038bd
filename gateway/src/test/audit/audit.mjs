// Runs the audits of graphql-http against the address given and lists what is not right; exits 1 unless all are.
import { serverAudits } from 'graphql-http';

const url = process.argv[2];
const results = await Promise.all(serverAudits({ url }).map((audit) => audit.fn()));
const wrong = results.filter((result) => result.status !== 'ok');
for (const { id, name, status, reason } of wrong) {
  console.log(`${status} ${id} ${name}: ${reason}`);
}
console.log(`${results.length - wrong.length} of ${results.length} ok`);
process.exit(wrong.length === 0 ? 0 : 1);
