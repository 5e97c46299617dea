using System.Text.Json;
using CsCheck;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Rules.Editing;

namespace PersonalizationEngine.Browser.Tests.Rules;

/// <summary>A rule goes from its document into the form, through a browser and back, and says the same.</summary>
public sealed class RuleFormTests
{
    private static readonly Gen<string> Scalar = Gen.OneOf("1", "-2.5", "true", "\"x\"", "\"1\"", "\" y \"", "\"true\"", "\"a\\nb\"", "\"<b>\\\"\"", "null", "\"\"");

    private static readonly Gen<string> Test = Gen.OneOf(
        Scalar,
        Gen.Select(Gen.OneOf("$eq", "$ne", "$gt", "$lte"), Scalar, (code, value) => $$"""{"{{code}}":{{value}}}"""),
        Gen.Select(Gen.OneOf("$in", "$nin", "$alli"), Scalar.List[1, 3], (code, values) => $$"""{"{{code}}":[{{string.Join(',', values)}}]}"""),
        Gen.OneOf("""{"$exists":true}""", """{"$exists":false}""", """{"$regex":"^5 "}""", """{"$elemMatch":{"$gt":1}}""", """{"$gt":1,"$lt":9}""", """{"$inGroup":"g"}"""));

    private static readonly Gen<string> Line = Gen.OneOf(
        Gen.Select(Gen.OneOf("a", "traits.plan", "c~/d"), Test, (name, test) => $"\"{name}\":{test}"),
        Gen.OneOf(
            "\"$inSegment\":\"s\"", "\"$savedGroups\":[\"s\",\"t\"]", "\"$did\":{\"page\":\"/p/**\",\"times\":2,\"within\":\"7d\"}",
            "\"$didNot\":[{\"event\":[\"x\",\"y\"]},{\"signal\":\"demo_request\"}]", "\"$did\":{\"event\":\"x\",\"times\":{\"$gte\":2}}",
            "\"$during\":{\"time_zone\":\"visitor\",\"otherwise\":\"UTC\",\"weekdays\":[\"monday\"],\"from\":\"09:00\",\"to\":\"17:00\"}", "\"$during\":{\"months\":[1]}"));

    private static readonly Gen<string> Condition = Conditions(2);

    private static readonly Gen<string> Content = Gen.OneOf(
        Scalar.Where(scalar => scalar != "null"),
        Gen.OneOf("""{"headline":"H","cta":{"label":"L","url":"/u"}}""", """{"a.b":"c"}""", """{"n":1}""", "{}", """{"e":{}}""", "[1,2]", "\"two\\nlines\"", "\"cr\\r\\nlf\"", """{"a":"x\ty"}"""));

    private static readonly Gen<string> Action = Gen.OneOf(
        Content.Select(content => $$"""{"type":"show","slot":"s","content":{{content}}}"""),
        Condition.Select(where => $$"""{"type":"filter","where":{{where}}}"""),
        Condition.Select(where => $$"""{"type":"boost","where":{{where}},"factor":0.5}"""),
        Content.Select(value => $$"""{"type":"set","attribute":"x","value":{{value}}}"""),
        Gen.OneOf("""{"type":"pin","item_id":"i","position":3}""", """{"type":"pin","item_id":"i"}""", """{"type":"message","channel":"sms","template":"t","every_days":7}"""));

    private static readonly Gen<string> Rule = Gen.Select(
        Condition, Action.List[1, 3], Gen.OneOf("", ",\"holdout\":0.055", ",\"active\":false", ",\"description\":\"two\\nlines\"", ",\"start_date\":\"2026-01-31T09:00:00.5+01:00\""),
        Gen.OneOf("", ",\"end_date\":\"2027-01-01T00:00:00Z\"", ",\"priority\":-7"),
        (condition, actions, some, other) => $$"""{"name":"A <b> \"rule\"","conditions":{{condition}},"actions":[{{string.Join(',', actions)}}]{{some}}{{other}}}""");

    [Fact]
    public void Document_ThroughTheForm_SaysTheSame() => Rule.Sample(
        rule =>
        {
            var before = ContentRuleDocument.Read(JsonElement.Parse(rule));
            var written = RuleWriter.Write(RuleFields.Read(Posted(RuleText.Read(JsonElement.Parse(rule)))));
            var after = ContentRuleDocument.Read(JsonElement.Parse(written.Json));
            Assert.Equal(before.Succeeded, after.Succeeded);
            if (!before.Succeeded || !after.Succeeded) return;
            Assert.Empty(written.Faults);
            Assert.True(
                JsonElement.DeepEquals(JsonElement.Parse(Plain(before.Value)), JsonElement.Parse(Plain(after.Value))), $"{rule}\n{written.Json}");
        },
        iter: 2_000);

    [Fact]
    public void Form_ThroughABrowser_IsTheSame() => Rule.Sample(
        rule =>
        {
            var form = RuleText.Read(JsonElement.Parse(rule));
            return RuleWriter.Write(RuleFields.Read(Posted(form))).Json == RuleWriter.Write(form).Json;
        },
        iter: 2_000);

    [Fact]
    public void Moves_OfAnyPart_LoseNothing() => Gen.Select(Condition, Gen.Int[0, 3], Gen.Int[-1, 3], Gen.Bool).Sample(
        (condition, first, second, isUp) =>
        {
            var outline = OutlineReader.Read(JsonElement.Parse(condition));
            var path = second < 0 ? $"{first}" : $"{first}.{second}";
            var moved = isUp ? OutlineMoves.Up(outline, path) : OutlineMoves.Down(outline, path);
            return Leaves(outline).Order().SequenceEqual(Leaves(moved).Order());
        },
        iter: 2_000);

    [Theory]
    [InlineData("add:condition.9")]
    [InlineData("remove:condition.0.0.0")]
    [InlineData("up:condition")]
    [InlineData("down:action.0.where.x")]
    [InlineData("remove-action:99")]
    [InlineData("up-action:-1")]
    [InlineData("remove-field:a.b")]
    public void Commands_ThatLeadNowhere_ChangeNothing(string command) =>
        Assert.Equal(RuleWriter.Write(RuleForm.New).Json, RuleWriter.Write(FormCommands.Apply(RuleForm.New, command, PostedForm.Empty)!).Json);

    [Fact]
    public void Faults_OfALine_LeadToIt()
    {
        var form = RuleText.Read(JsonElement.Parse("""{"name":"x","conditions":{"a":1,"$or":[{"b":{"$regex":"("}}]},"actions":[{"type":"show","slot":"s","content":1},{"type":"filter","where":{"c":{"$regex":"("}}}],"priority":5000}"""));
        var writer = RuleWriter.Write(form);

        var faults = ContentRuleDocument.Read(JsonElement.Parse(writer.Json)).Faults.Select(fault => writer.Locate(fault).Field);

        Assert.Equal(["action.1.where.0", "condition.1.0", "priority"], faults.Order(StringComparer.Ordinal));
    }

    /// <summary>As a browser sends it: lines end with a carriage return and a line feed.</summary>
    private static PostedForm Posted(RuleForm form) => new([.. RuleFields.Write(form).Select(field => (field.Name, field.Value.Replace("\n", "\r\n", StringComparison.Ordinal)))]);

    /// <summary>The document with its conditions in one form, for the same can be said in several.</summary>
    private static string Plain(ContentRule rule)
    {
        var text = System.Text.Json.Nodes.JsonNode.Parse(ContentRuleText.Of(rule))!;
        text["conditions"] = System.Text.Json.Nodes.JsonNode.Parse(Rewritten(rule.Condition.Json));
        foreach (var action in text["actions"]!.AsArray())
            if (action!["where"] is { } where) action["where"] = System.Text.Json.Nodes.JsonNode.Parse(Rewritten(JsonElement.Parse(where.ToJsonString())));
        return text.ToJsonString();
    }

    /// <summary>Until it stays as it is.</summary>
    private static string Rewritten(JsonElement condition)
    {
        var text = condition.GetRawText();
        for (var i = 0; i < 5; i++) text = OutlineWriter.Write(OutlineReader.Read(JsonElement.Parse(text))).Json;
        return text;
    }

    private static IEnumerable<string> Leaves(OutlinePart part) => part is OutlineGroup group
        ? group.Parts.SelectMany(Leaves)
        : [OutlineWriter.Write(new OutlineGroup(Joining.All, [part])).Json];

    private static Gen<string> Conditions(int depth)
    {
        var lines = depth == 0
            ? Line
            : Gen.Frequency(
                (3, Line), (1, Gen.Select(Gen.OneOf("$and", "$or", "$nor"), Conditions(depth - 1).List[0, 3], (name, items) => $"\"{name}\":[{string.Join(',', items)}]")),
                (1, Conditions(depth - 1).Select(inner => $"\"$not\":{inner}")));
        return lines.List[0, 3].Select(members => $"{{{string.Join(',', members.DistinctBy(member => member[..member.IndexOf(':', StringComparison.Ordinal)]))}}}");
    }
}
