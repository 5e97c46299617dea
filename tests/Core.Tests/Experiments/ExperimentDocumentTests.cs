using System.Text.Json;
using PersonalizationEngine.Core.Experiments;

namespace PersonalizationEngine.Core.Tests.Experiments;

public sealed class ExperimentDocumentTests
{
    private const string Two = """ "variants": [{"key": "a"}, {"key": "b"}] """;

    [Theory]
    [InlineData($$"""{"name": "x", {{Two}} }""", "/key")]
    [InlineData($$"""{"key": "Big Key", "name": "x", {{Two}} }""", "/key")]
    [InlineData($$"""{"key": "k", "name": "x", {{Two}}, "status": "started"}""", "/status")]
    [InlineData($$"""{"key": "k", "name": "x", {{Two}}, "traffic_allocation": 50}""", "/traffic_allocation")]
    [InlineData($$"""{"key": "k", "name": "x", {{Two}}, "condition": {"a": {"$no": 1} } }""", "/condition/a/$no")]
    [InlineData("""{"key": "k", "name": "x", "variants": [{"key": "a"}]}""", "/variants")]
    [InlineData("""{"key": "k", "name": "x", "variants": [{"key": "a"}, {"key": "a"}]}""", "/variants")]
    [InlineData("""{"key": "k", "name": "x", "variants": [{"key": "a", "weight": 0.9}, {"key": "b", "weight": 0.9}]}""", "/variants")]
    [InlineData("""{"key": "k", "name": "x", "variants": [{"key": "a", "weight": 2}, {"key": "b"}]}""", "/variants/0/weight")]
    public void Read_OneFault_IsNamedByPointer(string json, string pointer) =>
        Assert.Contains(pointer, ExperimentDocument.Read(JsonElement.Parse(json)).Faults.Select(fault => fault.Pointer));

    [Fact]
    public void Read_WholeExperiment_HasDefaults()
    {
        var experiment = ExperimentDocument.Read(JsonElement.Parse($$"""{"key": "k", "name": "x", {{Two}} }""")).Value!;

        Assert.Equal((ExperimentStatus.Draft, 1d, "k", 2), (experiment.Status, experiment.TrafficAllocation, experiment.Seed, experiment.HashVersion));
        Assert.Equal([0.5, 0.5], experiment.Variants.Select(variant => variant.Weight));
    }

    [Theory]
    [InlineData(ExperimentStatus.Draft, "running")]
    [InlineData(ExperimentStatus.Running, "paused completed")]
    [InlineData(ExperimentStatus.Paused, "running completed")]
    [InlineData(ExperimentStatus.Completed, "")]
    public void Next_EachStatus_AllowsOnlyItsSuccessors(ExperimentStatus status, string expected) =>
        Assert.Equal(expected, string.Join(' ', status.Next().Select(next => next.Name())));
}
