// Runs GrowthBook's own SDK against the engine, over HTTP, for people given on standard input, and says on standard output what
// each feature gave each of them; -1 stands for nobody's part. The first people are tracked, as a site would.
// Usage: node growthbook.cjs <folder of the SDK> <address> <client key> <how many are tracked>
"use strict";
const [folder, apiHost, clientKey, tracked] = process.argv.slice(2);
const { GrowthBookClient } = require(folder);

async function main() {
  const people = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
  const calls = [];
  const client = new GrowthBookClient({ apiHost, clientKey });
  const started = await client.init();
  if (!started.success) throw new Error(`The SDK could not be started: ${started.error}`);

  const keys = Object.keys(client.getPayload().features);
  const answers = people.map((attributes, place) => {
    const trackingCallback = (experiment, result) => calls.push({ user_id: attributes.id, experiment, result });
    const user = place < Number(tracked) ? { attributes, trackingCallback } : { attributes };
    return keys.map((key) => client.evalFeature(key, user).value);
  });
  for (const call of calls) {
    const answer = await fetch(`${apiHost}/api/v1/experiments/track/${clientKey}`, { method: "POST", body: JSON.stringify(call) });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  }
  process.stdout.write(JSON.stringify({ keys, answers, tracked: calls.length }));
  client.destroy();
}

main().catch((error) => {
  console.error(error.stack);
  process.exitCode = 1;
});
