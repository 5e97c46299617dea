using System.Text.Json;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Tests.Experiments;

public sealed class CompiledExperimentTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(""" "status": "draft" """, "not_running")]
    [InlineData(""" "status": "paused" """, "not_running")]
    [InlineData(""" "status": "completed" """, "not_running")]
    [InlineData(""" "status": "running", "start_date": "2026-05-15T00:00:00Z" """, "outside_dates")]
    [InlineData(""" "status": "running", "end_date": "2026-05-14T12:00:00Z" """, "outside_dates")]
    [InlineData(""" "status": "running", "condition": {"country": "DE"} """, "not_targeted")]
    [InlineData(""" "status": "running", "traffic_allocation": 0 """, "not_allocated")]
    [InlineData(""" "status": "running" """, "allocated")]
    public void Assign_EachHurdle_IsTheReason(string fields, string reason)
    {
        var assignment = Compile(fields).Assign("user-1", AttributeMap.Empty, Now);

        Assert.Equal(reason, assignment.ReasonName);
        Assert.Equal(reason == "allocated", assignment.InExperiment);
    }

    [Fact]
    public void Assign_OutsideTheExperiment_ServesTheFirstVariant() =>
        Assert.Equal("control", Compile(""" "status": "paused" """).Assign("user-1", AttributeMap.Empty, Now).Variant.Key);

    [Fact]
    public void Assign_SamePersonAgain_GetsTheSameVariant()
    {
        var (one, other) = (Compile(""" "status": "running" """), Compile(""" "status": "running" """));

        Assert.All(Enumerable.Range(0, 1000), person => Assert.Equal(
            one.Assign($"{person}", AttributeMap.Empty, Now).VariantIndex, other.Assign($"{person}", AttributeMap.Empty, Now).VariantIndex));
    }

    [Fact]
    public void Assign_UnevenWeights_SharesPeopleAccordingly()
    {
        var experiment = Compile("""
            "status": "running", "traffic_allocation": 0.5, "variants": [{"key": "control", "weight": 0.8}, {"key": "bold", "weight": 0.2}]
            """);
        var variants = Enumerable.Range(0, 20_000).Select(person => experiment.Assign($"{person}", AttributeMap.Empty, Now)).ToList();

        Assert.InRange(variants.Count(assignment => assignment.InExperiment), 9_700, 10_300);
        Assert.InRange(variants.Count(assignment => assignment is { InExperiment: true, VariantIndex: 1 }), 1_850, 2_150);
    }

    private static CompiledExperiment Compile(string fields)
    {
        var variants = fields.Contains("variants", StringComparison.Ordinal) ? "" : """, "variants": [{"key": "control"}, {"key": "bold"}]""";
        var parsed = ExperimentDocument.Read(JsonElement.Parse($$"""{"key": "hero", "name": "Hero", {{fields}}{{variants}}}"""));
        Assert.Empty(parsed.Faults);
        return new CompiledExperiment(parsed.Value!);
    }
}
