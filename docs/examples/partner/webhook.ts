// Receives webhooks and checks each with the Standard Webhooks library. Usage: npx tsx webhook.ts
// PARLEY_URL, PARLEY_KEY (scope partner), HOOK_PORT: where this listens; the installation has to be allowed to send there.
import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

const parley = process.env.PARLEY_URL ?? "http://localhost:8080";
const port = Number(process.env.HOOK_PORT ?? 9000);
const headers = { Authorization: `Bearer ${process.env.PARLEY_KEY}`, "Content-Type": "application/json" };

let webhook: Webhook | undefined;
const seen = new Set<string>();
const arrived = new Promise<string>((resolve, reject) => {
  createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      try {
        // The signature covers the body byte for byte: check it before parsing, never after.
        const event = webhook!.verify(Buffer.concat(chunks).toString(), request.headers as Record<string, string>) as {
          id: string;
          type: string;
        };
        response.writeHead(204).end();
        if (!seen.has(event.id)) {
          seen.add(event.id); // The same event can come twice, with the same id.
          resolve(event.type);
        }
      } catch (error) {
        response.writeHead(400).end();
        reject(error);
      }
    });
  }).listen(port, "127.0.0.1");
});

const made = await fetch(`${parley}/v1/webhooks`, {
  method: "POST",
  headers,
  body: JSON.stringify({ url: `http://127.0.0.1:${port}/`, label: "example", types: ["org.parley.statement.*"] }),
});
if (made.status !== 201) throw new Error(await made.text());
const endpoint = await made.json();
webhook = new Webhook(endpoint.secret);

const ping = await fetch(`${parley}/v1/webhooks/${endpoint.id}/ping`, { method: "POST", headers });
const delivery = await ping.json();
console.log("ping:", delivery.state, delivery.lastStatus, "event:", await arrived);

await fetch(`${parley}/v1/webhooks/${endpoint.id}`, { method: "DELETE", headers });
process.exit(delivery.state === "DELIVERED" ? 0 : 1);
