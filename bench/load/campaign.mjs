// One round: an engine of its own, a provider that counts, people who consent (nine of ten), one campaign to all of them.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import http from "node:http";

const [, , program, data, count] = process.argv;
const people = Number(count);
const accepted = new Map();

const provider = http.createServer((request, response) => {
  request.resume();
  request.on("end", () => {
    const id = request.headers["webhook-id"];
    accepted.set(id, (accepted.get(id) ?? 0) + 1);
    response.setHeader("content-type", "application/json");
    response.end(`{"id":"${id}"}`);
  });
});
provider.keepAliveTimeout = 60_000;
await new Promise(resolve => provider.listen(0, "127.0.0.1", resolve));

const engine = spawn("dotnet", [program], {
  env: {
    ...process.env, DATA_DIR: data, SERVER_PORT: "0", HOST_MASTER_KEY: "bench-master-key", WEBHOOK_TOKENS: "bench-token-of-the-campaign",
    DELIVERY_WEBHOOK_SECRETS: `whsec_${Buffer.from("a secret of the benchmark, 32 by").toString("base64")}`,
    EMAIL_WEBHOOK_URL: `http://127.0.0.1:${provider.address().port}/send`,
  },
});
engine.on("exit", code => { if (code) process.exit(code); });
engine.stderr.pipe(process.stderr);
const base = await new Promise(resolve => engine.stdout.on("data", text => {
  const found = /Listening on (http:\S+)/.exec(text);
  if (found) resolve(found[1]);
}));

async function call(method, path, body, headers = { "x-functions-key": "bench-master-key" }) {
  const response = await fetch(base + path, { method, headers: { ...headers, "content-type": "application/json" }, body: body && JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : null;
}

const timestamp = new Date(Date.now() - 3_600_000).toISOString();
for (let first = 0; first < people; first += 500) {
  const events = [];
  for (let n = first; n < Math.min(first + 500, people); n++) {
    const user_id = `p${n}`;
    events.push({ event_id: `u${n}`, type: "customer.upserted", timestamp, data: { user_id, email: `${user_id}@example.com`, name: `Person ${n}`, country: "DE" } });
    if (n % 10) events.push({ event_id: `c${n}`, type: "consent.updated", timestamp, data: { user_id, purpose: "email", granted: true } });
  }
  await call("POST", "/webhook/cdp", events, { "x-webhook-token": "bench-token-of-the-campaign" });
}

await call("POST", "/api/v1/admin/templates", {
  key: "hello", name: "Hello", channels: { email: { subject: "Hello {{ person.name | default: 'you' }}", html: "<p>Hello {{ person.name }}</p>" } },
});
const campaign = await call("POST", "/api/v1/admin/campaigns", { name: "Hello", template: "hello", audience: {} });
const began = performance.now();
await call("POST", `/api/v1/admin/campaigns/${campaign.id}/send`);
let stats;
do {
  await new Promise(resolve => setTimeout(resolve, 200));
  stats = await call("GET", `/api/v1/admin/campaigns/${campaign.id}/stats`);
} while (stats.run.status !== "completed");
const seconds = (performance.now() - began) / 1000;
const memory = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${engine.pid}/status`, "utf8"))[1];
console.log(
  `${people} people, ${stats.sent} sent, ${stats.suppressed} refused (no consent) in ${seconds.toFixed(1)} s: ${Math.round(stats.sent / seconds)} sends/s from the call to the last; ` +
  `provider: ${accepted.size} messages, ${[...accepted.values()].filter(times => times > 1).length} of them twice; peak memory ${Math.round(memory / 1024)} MB`);
engine.kill("SIGTERM");
await new Promise(resolve => engine.on("exit", resolve));
provider.close();
process.exit(0);
