// Runs Gorse's own client against a server of its contract and says what each call gave, one line of JSON each.
// Usage: node gorsejs.cjs <folder of gorsejs> <address> <api key>
"use strict";
const assert = require("node:assert/strict");
const [folder, endpoint, secret] = process.argv.slice(2);
const { Gorse, GorseException } = require(folder);
const gorse = new Gorse({ endpoint, secret });
const at = "2022-08-07T00:26:46Z";
const passed = [];

async function check(name, body) {
  try {
    await body();
    passed.push(name);
  } catch (error) {
    console.error(`${name}: ${error.stack}`);
    process.exitCode = 1;
  }
}

const refuses = (call, code, text) =>
  assert.rejects(call, (error) => {
    assert.ok(error instanceof GorseException);
    assert.equal(error.code, code);
    assert.match(error.message, text);
    return true;
  });

const item = (id, more = {}) => ({ ItemId: id, IsHidden: false, Timestamp: at, Comment: "", ...more });
const feedback = (user, item, more = {}) => ({ FeedbackType: "like", UserId: user, ItemId: item, Timestamp: at, ...more });
const ids = (scores) => scores.map((score) => score.Id);

(async () => {
  await check("insertUser, getUser, updateUser, deleteUser", async () => {
    assert.equal(await gorse.insertUser({ UserId: "100", Labels: ["a", "b"], Comment: "comment" }), 1);
    assert.deepEqual(await gorse.getUser("100"), { UserId: "100", Labels: ["a", "b"], Comment: "comment" });
    assert.equal(await gorse.updateUser("100", { UserId: "100", Comment: "other" }), 1);
    assert.deepEqual(await gorse.getUser("100"), { UserId: "100", Labels: ["a", "b"], Comment: "other" });
    assert.equal(await gorse.deleteUser("100"), 1);
    await refuses(gorse.getUser("100"), 404, /^100: user not found$/);
  });
  await check("labels", async () => {
    await refuses(gorse.insertUser({ UserId: "1", Labels: ["price", 100] }), 400, /label/);
    await refuses(gorse.insertUser({ UserId: "1", Labels: { paying: true } }), 400, /label/);
    await gorse.insertUser({ UserId: "1", Labels: { age: 30, plan: { name: "pro", seats: [1, 2] } } });
    assert.deepEqual((await gorse.getUser("1")).Labels, { age: 30, plan: { name: "pro", seats: [1, 2] } });
    await refuses(gorse.updateUser("1", { UserId: "1", Labels: [true] }), 400, /label/);
    await gorse.deleteUser("1");
  });
  await check("insertUsers, getUsers, whose paging never gets on", async () => {
    assert.equal(await gorse.insertUsers(["1", "10", "100"].map((UserId) => ({ UserId }))), 3);
    const page = await gorse.getUsers({ n: 2 });
    assert.deepEqual(page.Users.map((user) => user.UserId), ["1", "10"]);
    assert.equal(Buffer.from(page.Cursor, "base64").toString(), "100");
    assert.deepEqual(await gorse.getUsers({ n: 2, Cursor: page.Cursor }), page, "the client sends Cursor, the server reads cursor");
    const whole = await gorse.getUsers({ n: 3 });
    assert.deepEqual(whole.Users[2], { UserId: "100", Labels: null, Comment: "" });
    assert.equal(whole.Cursor, "");
  });
  await check("upsertItem, getItem, updateItem, deleteItem", async () => {
    const whole = { ItemId: "100", IsHidden: true, Categories: ["d", "e"], Timestamp: at, Labels: ["a"], Comment: "comment" };
    assert.equal(await gorse.upsertItem(whole), 1);
    assert.deepEqual(await gorse.getItem("100"), whole);
    assert.equal(await gorse.updateItem("100", { Comment: "other" }), 1);
    assert.deepEqual(await gorse.getItem("100"), { ...whole, Comment: "other" });
    assert.equal(await gorse.upsertItem({ ItemId: "100" }), 1);
    assert.deepEqual(await gorse.getItem("100"), {
      ItemId: "100", IsHidden: false, Categories: null, Timestamp: "0001-01-01T00:00:00Z", Labels: null, Comment: "",
    });
    assert.equal(await gorse.deleteItem("100"), 1);
    await refuses(gorse.getItem("100"), 404, /^100: item not found$/);
    assert.equal(await gorse.updateItem("100", { Comment: "of nothing" }), 1);
    await refuses(gorse.getItem("100"), 404, /not found/);
    await refuses(gorse.upsertItem(item("100", { Timestamp: "yesterday or so" })), 400, /./);
  });
  await check("upsertItems, getItems, insertItemCategory, deleteItemCategory", async () => {
    assert.equal(await gorse.upsertItems(["1", "2", "3", "4"].map((id) => item(id, { Timestamp: `2022-08-0${id}T00:00:00Z` }))), 4);
    assert.deepEqual((await gorse.getItems({ n: 3 })).Items.map((known) => known.ItemId), ["1", "2", "3"]);
    assert.equal(await gorse.insertItemCategory("2", "x"), 1);
    assert.deepEqual((await gorse.getItem("2")).Categories, ["x"]);
    assert.equal(await gorse.deleteItemCategory("2", "x"), 1);
    await refuses(gorse.insertItemCategory("of-nothing", "x"), 500, /./);
    await gorse.insertItemCategory("2", "x");
  });
  await check("insertFeedbacks adds, upsertFeedbacks overwrites, each key once a request", async () => {
    const rows = [feedback("1", "1", { Value: 1 }), feedback("1", "1", { Value: 5 }), feedback("1", "2", { Value: 1 })];
    assert.equal(await gorse.insertFeedbacks(rows), 3);
    assert.equal(await gorse.insertFeedbacks([feedback("1", "1", { Value: 2 })]), 1);
    const key = { type: "like", userId: "1", itemId: "1" };
    assert.equal((await gorse.getFeedback(key)).Value, 3);
    assert.equal(await gorse.upsertFeedbacks([feedback("1", "1", { Value: 2 })]), 1);
    const row = await gorse.getFeedback(key);
    assert.deepEqual([row.Value, row.Timestamp, "Labels" in row], [2, at, false]);
    assert.deepEqual(await gorse.getFeedback({ ...key, type: "read" }), {});
    await gorse.insertFeedbacks([{ FeedbackType: "read", UserId: "10", ItemId: "1" }]);
    assert.equal((await gorse.getFeedback({ type: "read", userId: "10", itemId: "1" })).Timestamp, "0001-01-01T00:00:00Z");
  });
  await check("getFeedbacks, getUserFeedback, getItemFeedback, with and without type", async () => {
    const list = await gorse.getFeedbacks();
    assert.equal(list.Feedbacks, undefined, "the client's types say Feedbacks, the server Feedback");
    assert.deepEqual(list.Feedback.map((row) => [row.FeedbackType, row.UserId, row.ItemId]), [["like", "1", "1"], ["like", "1", "2"], ["read", "10", "1"]]);
    assert.equal((await gorse.getFeedbacks("read")).Feedback.length, 1);
    assert.equal((await gorse.getUserFeedback("1")).length, 2);
    assert.equal((await gorse.getUserFeedbackByType("1", "like")).length, 2);
    assert.equal((await gorse.getUserFeedbackByType("1", "like>=2")).length, 1);
    await refuses(gorse.getUserFeedbackByType("1", "demo-request"), 400, /./);
    assert.equal((await gorse.getItemFeedback("1")).length, 2);
    assert.equal((await gorse.getItemFeedbackByType("1", "read")).length, 1);
  });
  await check("getLatest, getRecommend", async () => {
    assert.deepEqual(ids(await gorse.getLatest({ cursorOptions: { n: 2 } })), ["4", "3"]);
    assert.deepEqual(ids(await gorse.getLatest({ category: "x" })), ["2"]);
    const mine = [].concat(await gorse.getRecommend({ userId: "1" }));
    assert.deepEqual(mine.map((entry) => entry.Id ?? entry), ["4", "3"], "any feedback excludes an item");
    assert.deepEqual(await gorse.getRecommend({ userId: "nobody", category: "none" }), []);
    await gorse.getRecommend({ userId: "100", writeBackType: "read", cursorOptions: { n: 1 } });
    assert.deepEqual((await gorse.getUserFeedback("100")).map((row) => [row.ItemId, row.Value]), [["4", 0]]);
    await refuses(gorse.getRecommend({ userId: "1", writeBackType: "read", writeBackDelay: "soon" }), 400, /./);
  });
  await check("getItemNeighbors, getUserNeighbors, getSessionRecommend", async () => {
    await gorse.insertFeedbacks([feedback("10", "1"), feedback("10", "3")]);
    assert.deepEqual(ids(await gorse.getItemNeighbors({ itemId: "1" })), ["3", "2"].sort());
    assert.deepEqual(ids(await gorse.getItemNeighbors({ itemId: "1", category: "x" })), ["2"]);
    assert.deepEqual(ids(await gorse.getUserNeighbors({ userId: "1" })), ["10"]);
    assert.deepEqual(ids(await gorse.getSessionRecommend([feedback("new", "3")])), ["1"]);
  });
  await check("deleteFeedback", async () => {
    assert.equal((await gorse.deleteFeedback({ type: "like", userId: "1", itemId: "1" })).RowAffected, 1);
    assert.equal((await gorse.deleteFeedback({ type: "like", userId: "1", itemId: "1" })).RowAffected, 0);
    assert.equal(await gorse.deleteUser("1"), 1);
    assert.deepEqual(await gorse.getUserFeedback("1"), []);
  });
  await check("what was taken away in 0.5, no key, nobody there", async () => {
    await refuses(gorse.getPopular({}), 404, /./);
    await refuses(new Gorse({ endpoint, secret: "wrong" }).getUser("1"), 401, /^unauthorized$/);
    await assert.rejects(new Gorse({ endpoint: "http://127.0.0.1:1", secret }).getUser("1"));
  });
  console.log(JSON.stringify(passed));
})();
