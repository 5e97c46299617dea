using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Segments;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Personalization.Playbooks;

/// <summary>Stored rules and experiments with the keeper that reads them.</summary>
internal sealed class Definitions : IDisposable
{
    public Definitions()
    {
        Rules = new DefinitionsInMemory<ContentRule>(Version, rule => rule.Name);
        Experiments = new DefinitionsInMemory<Experiment>(Version, experiment => experiment.Key);
        var fallbacks = new SlotFallbacks(new Dictionary<string, AttributeValue> { ["hero"] = "fallback" });
        Groups = new DefinitionsInMemory<SavedGroup>(Version, group => group.Key);
        Segments = new DefinitionsInMemory<Segment>(Version, segment => segment.Key);
        Named = new NamedDefinitions(Groups, Segments, Rules, Experiments);
        Keeper = new PlaybookKeeper(Rules, Experiments, Named, Version, fallbacks, GlobalHoldout.None, Generations, NullLogger<PlaybookKeeper>.Instance);
        News = new NewsOfPlaybook(Keeper, Others, Timing.Clock());
    }

    public PersonGenerations Generations { get; } = new(Timing.Clock());

    public PlaybookVersionInMemory Version { get; } = new();

    public DefinitionsInMemory<ContentRule> Rules { get; }

    public DefinitionsInMemory<Experiment> Experiments { get; }

    public DefinitionsInMemory<SavedGroup> Groups { get; }

    public DefinitionsInMemory<Segment> Segments { get; }

    public NamedDefinitions Named { get; }

    public PlaybookKeeper Keeper { get; }

    public NewsChannelInMemory Others { get; } = new();

    public NewsOfPlaybook News { get; }

    public Task<bool> RefreshAsync() => Keeper.RefreshAsync(TestContext.Current.CancellationToken).SoonAsync();

    public static ContentRule Rule(string name, string slot = "hero", int priority = 0) => ContentRuleDocument.Read(RuleDocument(name, slot, priority)).Value!;

    public static JsonElement RuleDocument(string name, string slot = "hero", int priority = 0) => JsonElement.Parse(
        $$"""{"name":"{{name}}","priority":{{priority}},"conditions":{},"actions":[{"type":"show","slot":"{{slot}}","content":"{{name}}"}]}""");

    public static Experiment Experiment(string key, string status = "running") => ExperimentDocument.Read(ExperimentDocumentOf(key, status)).Value!;

    public static JsonElement ExperimentDocumentOf(string key, string status = "running", string seed = "s", string variants = "a,b") => JsonElement.Parse(
        $$"""
        {"key":"{{key}}","name":"n","status":"{{status}}","seed":"{{seed}}",
         "variants":[{{string.Join(',', variants.Split(',').Select(variant => $"{{\"key\":\"{variant}\"}}"))}}]}
        """);

    public void Dispose() => Keeper.Dispose();
}
