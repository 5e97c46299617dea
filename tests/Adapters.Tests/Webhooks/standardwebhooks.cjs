// Verifies requests that we signed with the official library: standardwebhooks.cjs FOLDER SECRET, requests as JSON on stdin.
const [, , folder, secret] = process.argv;
const { Webhook } = require(folder);
let text = "";
process.stdin.on("data", part => text += part).on("end", () => {
  const verifier = new Webhook(secret);
  const said = JSON.parse(text).map(request => {
    try { verifier.verify(request.body, request.headers); return "accepted"; } catch (error) { return error.message; }
  });
  process.stdout.write(JSON.stringify(said));
});
