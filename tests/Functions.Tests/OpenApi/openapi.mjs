// Run by node in the folder of the npm packages: the document on standard input, the engine's address and a key as arguments.
import { Validator } from "@seriousme/openapi-schema-validator";
import openapiTS, { astToString } from "openapi-typescript";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const [address, key] = process.argv.slice(1);
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const document = JSON.parse(Buffer.concat(chunks).toString("utf8"));
const validator = new Validator();
const { valid, errors } = await validator.validate(structuredClone(document));

const folder = mkdtempSync(join(process.cwd(), "client-"));
try {
  writeFileSync(join(folder, "api.d.ts"), astToString(await openapiTS(document)));
  // What a frontend would write; it compiles only if the document's types say what the code takes for granted.
  writeFileSync(join(folder, "use.mts"), `
    import createClient from "openapi-fetch";
    import type { paths, components } from "./api.js";
    const client = createClient<paths>({ baseUrl: ${JSON.stringify(address)}, headers: { "x-functions-key": ${JSON.stringify(key)} } });
    const personalized = await client.GET("/api/v1/personalize/{userId}", { params: { path: { userId: "generated client" }, query: { slots: ["hero", "banner"], limit: 3 } } });
    const answer: components["schemas"]["PersonalizeAnswer"] = personalized.data!;
    const rule = await client.POST("/api/v1/admin/rules", { body: {
      name: "By a generated client", conditions: { score: { $gte: 50 } }, actions: [{ type: "show", slot: "hero", content: { title: "Hello" } }] } });
    const refused = await client.POST("/api/v1/admin/rules", { body: { name: "", conditions: {}, actions: [] } });
    const fields: string[] = (refused.error?.errors ?? []).map(error => error.field);
    console.log(JSON.stringify({ user: answer.user_id, known: answer.known, rule: rule.data?.id, status: refused.error?.status, fields }));
  `);
  const tsc = join(process.cwd(), "node_modules", "typescript", "bin", "tsc");
  let compiled = "";
  try {
    execFileSync(process.execPath, [tsc, "--strict", "--target", "es2022", "--module", "nodenext", "--skipLibCheck", join(folder, "use.mts")], { encoding: "utf8" });
  } catch (error) {
    compiled = error.stdout;
  }
  const used = compiled ? "" : execFileSync(process.execPath, [join(folder, "use.mjs")], { encoding: "utf8" });
  console.log(JSON.stringify({ valid, version: validator.version, errors: errors ?? null, compiled, used: used ? JSON.parse(used) : null }));
} finally {
  rmSync(folder, { recursive: true });
}
