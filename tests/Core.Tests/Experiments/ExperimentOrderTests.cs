using System.Text.Json;
using CsCheck;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Evaluation;

namespace PersonalizationEngine.Core.Tests.Experiments;

/// <summary>Experiments that need one another, and what stands above them all.</summary>
public sealed class ExperimentOrderTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Assign_PrerequisiteOnAVariant_IsMetByThoseInIt() => Gen.String[1, 20].Sample(id =>
    {
        var places = Assign(id, Of("child", """ "prerequisites": [{"experiment": "parent", "variants": ["b"]}] """), Of("parent"));
        return places["child"].InExperiment == (places["parent"].Variant.Key == "b")
            && (places["child"].InExperiment || places["child"].Reason == AssignmentReason.PrerequisiteNotMet);
    });

    [Theory]
    [InlineData("""[{"experiment": "no-such"}]""")]
    [InlineData("""[{"experiment": "other"}]""")]
    public void Assign_MissingOrCircularPrerequisite_IsNotMet(string prerequisites)
    {
        var places = Assign("ada", Of("one", $""" "prerequisites": {prerequisites} """), Of("other", """ "prerequisites": [{"experiment": "one"}] """));
        Assert.All(places.Values, place => Assert.Equal("prerequisite_not_met", place.ReasonName));
    }

    /// <summary>In whatever order the experiments were written, a person's place in each is the same.</summary>
    [Fact]
    public void Assign_AnyOrderOfExperiments_GivesOneResult()
    {
        CompiledExperiment[] all =
        [
            Of("a", """ "prerequisites": [{"experiment": "b"}] """), Of("b", """ "traffic_allocation": 0.7, "prerequisites": [{"experiment": "c", "variants": ["a"]}] """),
            Of("c"), Of("d", """ "prerequisites": [{"experiment": "e"}] """), Of("e", """ "prerequisites": [{"experiment": "d"}, {"experiment": "a"}] """),
        ];
        Gen.Select(Gen.Shuffle(all), Gen.String[1, 20]).Sample((shuffled, id) =>
        {
            var (one, other) = (Assign(id, all), Assign(id, shuffled));
            return one.All(place => place.Value == other[place.Key] || (place.Value.Reason, place.Value.VariantIndex) == (other[place.Key].Reason, other[place.Key].VariantIndex));
        });
    }

    [Fact]
    public void Assign_HeldOut_GetsControlUnlessTheExperimentIgnoresIt() => Gen.String[1, 20].Sample(id =>
    {
        var holdout = new GlobalHoldout(0.3, "seed");
        var playbook = PlaybookOf(Of("all", """ "ignore_holdout": true """), Of("some")) with { Holdout = holdout };
        var places = playbook.Assign(id, AttributeMap.Empty, Now);
        return places[0].InExperiment && places[1].InExperiment != holdout.Contains(id)
            && (places[1].InExperiment || places[1] is { Reason: AssignmentReason.HeldOut, VariantIndex: 0 });
    });

    [Theory]
    [InlineData("draft", "forced")]
    [InlineData("running", "forced")]
    [InlineData("paused", "forced")]
    [InlineData("completed", "not_running")]
    public void Assign_Tester_SeesWhatIsNotOverYet(string status, string reason)
    {
        var place = Of("one", $$""" "status": "{{status}}", "forced": {"b": ["ada"]} """).Assign("ada", AttributeMap.Empty, Now);
        Assert.Equal((reason, false, reason == "forced"), (place.ReasonName, place.InExperiment, place.IsServed));
    }

    [Fact]
    public void Design_WrittenAndReadAgain_IsTheSame()
    {
        var experiment = Read("one", """
            "hash_attribute": "traits.company", "fallback_attribute": "id", "filters": [{"seed": "layer", "ranges": [[0, 0.5], [0.75, 1]], "hash_version": 1}],
            "namespace": {"id": "n", "start": 0.1, "end": 1}, "prerequisites": [{"experiment": "other", "variants": ["x"]}, {"experiment": "third"}],
            "forced": {"b": ["ada", "bob"], "a": ["cyd"]}, "sticky": false, "bucket_version": 4, "min_bucket_version": 2, "ignore_holdout": true,
            "released_variant": "b"
            """);
        var json = Core.Experiments.Documents.ExperimentDesignDocument.ToJson(experiment.Design);
        var again = Core.Experiments.Documents.ExperimentDesignDocument.Restore(JsonElement.Parse(json), ["a", "b"]);
        Assert.Equal(json, Core.Experiments.Documents.ExperimentDesignDocument.ToJson(again));
        Assert.Equal(("traits.company", false, 4, 2, true, "b", 3), (again.HashAttribute, again.IsSticky, again.BucketVersion, again.MinBucketVersion, again.IgnoresHoldout, again.Released, again.Forced.Count));
    }

    [Theory]
    [InlineData(""" "filters": [{"seed": "s", "ranges": [[0.5, 0.2]]}] """, "filters[0].ranges")]
    [InlineData(""" "filters": [{"ranges": [[0, 1]]}] """, "filters[0].seed")]
    [InlineData(""" "namespace": {"id": "n", "start": 0.5, "end": 0.1} """, "namespace.end")]
    [InlineData(""" "forced": {"z": ["ada"]} """, "forced.z")]
    [InlineData(""" "forced": {"a": ["ada"], "b": ["ada"]} """, "forced.b")]
    [InlineData(""" "bucket_version": 1, "min_bucket_version": 2 """, "min_bucket_version")]
    [InlineData(""" "released_variant": "z" """, "released_variant")]
    [InlineData(""" "prerequisites": [{"experiment": "one"}] """, "prerequisites")]
    [InlineData(""" "hash_version": 3 """, "hash_version")]
    [InlineData(""" "type": "interleaving" """, "type")]
    public void Read_FaultyDesign_SaysWhere(string fields, string field)
    {
        var parsed = ExperimentDocument.Read(JsonElement.Parse($$"""{"key": "one", "name": "n", "variants": [{"key": "a"}, {"key": "b"}], {{fields}}}"""));
        Assert.Contains(field, parsed.Faults.Select(fault => fault.Field));
    }

    private static Dictionary<string, Assignment> Assign(string id, params CompiledExperiment[] experiments) =>
        PlaybookOf(experiments).Assign(new Applicant(id, AttributeMap.Empty, Now)).ToDictionary(place => place.Experiment.Key);

    private static Playbook PlaybookOf(params CompiledExperiment[] experiments) =>
        Playbook.Of(RuleSet.Empty, experiments, new Dictionary<string, AttributeValue>(), 1);

    private static CompiledExperiment Of(string key, string fields = "") => new(Read(key, fields));

    private static Experiment Read(string key, string fields)
    {
        var status = fields.Contains("status", StringComparison.Ordinal) ? "" : """, "status": "running" """;
        var parsed = ExperimentDocument.Read(JsonElement.Parse(
            $$"""{"key": "{{key}}", "name": "n", "variants": [{"key": "a"}, {"key": "b"}]{{status}}{{(fields.Length > 0 ? "," : "")}}{{fields}}}"""));
        Assert.Empty(parsed.Faults);
        return parsed.Value!;
    }
}
