using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Experiments.Measures;

namespace PersonalizationEngine.Core.Tests.Experiments.Measures;

public sealed class MeasuresDocumentTests
{
    [Fact]
    public void Read_NothingSaid_IsJudgedByTheUsualAndIsNoBandit()
    {
        var measures = Read("{}", out _);

        Assert.Equal(["conversion", "revenue", "ctr"], measures.Judged.Select(metric => metric.Key));
        Assert.False(measures.IsBandit);
        Assert.Empty(measures.Guardrails);
    }

    [Fact]
    public void Read_EveryField_IsTaken()
    {
        var measures = Read(
            """
            {"allocation": "bandit", "metrics": [
              {"key": "errors", "kind": "count", "event": "error", "path": "/checkout", "guardrail": true, "direction": "decrease", "min_effect": 0.02},
              {"key": "sales", "kind": "revenue", "goal": "order"}, {"key": "hero", "kind": "ctr", "slot": "hero"}]}
            """, out var faults);

        Assert.Empty(faults);
        Assert.True(measures.IsBandit);
        Assert.Equal(new ExperimentMetric("errors", MetricKind.Count, "error", "/checkout", true, true, 0.02), measures.Metrics[0]);
        Assert.Equal(ExperimentMetric.Of("sales", MetricKind.Revenue, "order"), measures.Deciding);
        Assert.Equal("errors", Assert.Single(measures.Guardrails).Key);
    }

    [Theory]
    [InlineData("""{"metrics": [{"key": "a", "kind": "median"}]}""", "/metrics/0/kind")]
    [InlineData("""{"metrics": [{"kind": "conversion"}]}""", "/metrics/0/key")]
    [InlineData("""{"metrics": [{"key": "a", "kind": "count"}]}""", "/metrics/0/event")]
    [InlineData("""{"metrics": [{"key": "a", "kind": "revenue", "slot": "hero"}]}""", "/metrics/0/slot")]
    [InlineData("""{"metrics": [{"key": "a", "kind": "ctr", "path": "/"}]}""", "/metrics/0/path")]
    [InlineData("""{"metrics": [{"key": "a", "kind": "ctr", "min_effect": 11}]}""", "/metrics/0/min_effect")]
    [InlineData("""{"metrics": [{"key": "a", "kind": "ctr", "goals": "x"}]}""", "/metrics/0/goals")]
    [InlineData("""{"metrics": [{"key": "a", "kind": "ctr"}, {"key": "a", "kind": "revenue"}]}""", "/metrics")]
    [InlineData("""{"allocation": "bandit", "metrics": [{"key": "a", "kind": "ctr", "guardrail": true}]}""", "/metrics")]
    [InlineData("""{"allocation": "luck"}""", "/allocation")]
    public void Read_SomethingWrong_IsToldWithItsPlace(string json, string pointer)
    {
        Read(json, out var faults);
        Assert.Equal(pointer, Assert.Single(faults).Pointer);
    }

    private static ExperimentMeasures Read(string json, out IReadOnlyList<DocumentFault> faults)
    {
        var reader = new DocumentReader(JsonElement.Parse(json));
        var measures = MeasuresDocument.Read(reader);
        faults = reader.Faults;
        return measures;
    }
}
