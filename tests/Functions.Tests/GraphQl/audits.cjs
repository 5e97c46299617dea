// Runs the public audits of GraphQL over HTTP against a running engine.
//   node audits.cjs FOLDER_OF_GRAPHQL_HTTP URL FUNCTION_KEY
// Says one JSON list: id, name and status of each audit, with the reason of those that are not ok.
const [folder, url, key] = process.argv.slice(2);
const { serverAudits } = require(folder);

const withKey = (address, options = {}) =>
  fetch(address, { ...options, headers: { ...options.headers, 'x-functions-key': key } });

(async () => {
  const results = [];
  for (const audit of serverAudits({ url, fetchFn: withKey })) {
    const { id, name, status, reason } = await audit.fn();
    results.push({ id, name, status, reason: reason ?? null });
  }
  console.log(JSON.stringify(results));
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
