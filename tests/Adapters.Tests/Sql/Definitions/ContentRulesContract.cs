using System.Text.Json;
using CsCheck;
using PersonalizationEngine.Core.Rules;

namespace PersonalizationEngine.Adapters.Tests.Sql.Definitions;

public abstract class ContentRulesContract(IStores stores) : DefinitionsContract<ContentRule>(stores)
{
    private const string Everything = """
        {
          "name": "n", "conditions": { "$or": [ { "score": { "$gte": 1.50 } }, { "traits.plan\u00e9": "\u6f22" } ] },
          "actions": [
            { "type": "show", "slot": "hero", "content": { "text": "Grüße 😀", "n": 1.0, "list": [ null, true ] } },
            { "type": "message", "channel": "email", "template": "t", "every_days": 7 }
          ]
        }
        """;

    [Fact]
    public async Task AddAsync_AnyRule_ComesBackUnchanged()
    {
        var rules = Gen.Select(
            Gen.Select(Anything.Text(200), Anything.TextOrNull(2000), Gen.Int[-1000, 1000], Gen.Bool),
            Gen.Select(Anything.InstantOrNull, Anything.InstantOrNull),
            (what, when) => Read(Everything) with
            {
                Name = what.Item1,
                Description = what.Item2,
                Priority = what.Item3,
                Active = what.Item4,
                StartsAt = when.Item1,
                EndsAt = when.Item2,
            });
        await rules.SampleAsync(
            async rule =>
            {
                var added = await Definitions.AddAsync(rule, Now, Ending);
                var found = (await Definitions.FindAsync(added!.Id, Ending))!.Value;
                Assert.Equal(Plain(rule) with { Id = added.Id }, Plain(found));
            },
            iter: 50, threads: 1);
    }

    [Fact]
    public async Task AddAsync_ConditionAndActions_ComeBackAsTheyWereWritten()
    {
        var rule = Read(Everything);
        var added = await Definitions.AddAsync(rule, Now, Ending);
        var found = (await Definitions.FindAsync(added!.Id, Ending))!.Value;

        Assert.Equal(rule.Condition.Json.GetRawText(), found.Condition.Json.GetRawText());
        Assert.Equal(rule.ActionsJson.GetRawText(), found.ActionsJson.GetRawText());
        Assert.Equal(rule.Actions.Select(action => action.GetType()), found.Actions.Select(action => action.GetType()));
    }

    [Fact]
    public async Task AddAsync_SameNameTwice_IsTwoRules()
    {
        Assert.NotNull(await Definitions.AddAsync(Make("a"), Now, Ending));
        Assert.NotNull(await Definitions.AddAsync(Make("a"), Now, Ending));
    }

    protected override (string Table, string Column) Json => ("content_rules", "actions");

    protected override ContentRule Make(string name) => Read(Everything) with { Name = name };

    protected override string NameOf(ContentRule definition) => definition.Name;

    private static ContentRule Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var parsed = ContentRuleDocument.Read(document.RootElement);
        Assert.Empty(parsed.Faults);
        return parsed.Value!;
    }

    /// <summary>Without the parts that are compared as text.</summary>
    private static ContentRule Plain(ContentRule rule) => rule with { Condition = null!, Actions = null!, ActionsJson = default };
}
