using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Decisions.Receipts;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Behaviour;
using PersonalizationEngine.Core.Rules.Evaluation;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Engine.Personalization.Playbooks;

/// <summary>
/// Keeps the compiled rules and experiments that decisions use, with the groups and segments they name. Read again only when the stored version has risen, and swapped
/// in whole; when the store cannot be read the last playbook stays in force, and an experiment that cannot be used is left out.
/// </summary>
public sealed partial class PlaybookKeeper(
    IDefinitions<ContentRule> rules,
    IDefinitions<Experiment> experiments,
    NamedDefinitions named,
    IPlaybookVersion version,
    SlotFallbacks fallbacks,
    GlobalHoldout holdout,
    PersonGenerations generations,
    ILogger<PlaybookKeeper> logger,
    HoldoutDefault? ruleHoldout = null) : IAskedActs, IDisposable
{
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private Playbook _current = Playbook.Of(RuleSet.Empty, [], fallbacks.Contents, version: -1) with { Holdout = holdout };

    public Playbook Current => Volatile.Read(ref _current);

    public ActPatterns Acts => Current.Acts;

    /// <returns>Whether another playbook is in force now.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        await _refreshing.WaitAsync(cancellationToken);
        try
        {
            // Read first: a change between the two reads raises the version again and is picked up by the next refresh.
            var stored = await version.ReadAsync(cancellationToken);
            if (stored == Current.Version) return false;

            var definitions = new List<DefinitionReference>();
            var groups = await named.ReadAsync(cancellationToken, definitions);
            var ruleSet = new RuleSet((await ReadAsync(rules, definitions, cancellationToken)).Select(WithDefaults), groups);
            var compiled = (await ReadAsync(experiments, definitions, cancellationToken)).Select(one => Compile(one, groups)).OfType<CompiledExperiment>();
            var next = Playbook.Of(ruleSet, compiled, fallbacks.Contents, stored) with
            {
                Holdout = holdout,
                RuleHoldout = ruleHoldout?.Share ?? 0,
                Definitions = definitions,
            };
            // Whoever was read before another process served them does not know what they keep, and it matters now.
            if (SpreadsDifferently(next)) generations.AdvanceEverybody();
            Volatile.Write(ref _current, next);
            return true;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    /// <summary>Takes over a change that was just written; what cannot be read now comes with the next refresh, for the change stands.</summary>
    public async Task TakeOverAsync()
    {
        try
        {
            await RefreshAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            Log.NotTakenOver(logger, exception);
        }
    }

    public void Dispose() => _refreshing.Dispose();

    private static async Task<IReadOnlyList<Stored<T>>> ReadAsync<T>(
        IDefinitions<T> store, List<DefinitionReference> definitions, CancellationToken cancellationToken)
        where T : class
    {
        var all = await store.AllAsync(cancellationToken);
        definitions.AddRange(all.Select(one => new DefinitionReference(store.Kind, one.Id, one.Version)));
        return all;
    }

    private ContentRule WithDefaults(Stored<ContentRule> rule) =>
        rule.Value with { Id = rule.Id, Holdout = rule.Value.Holdout ?? ruleHoldout?.Share ?? 0 };

    /// <summary>Whether people who have not been served yet could get another variant than they would have until now.</summary>
    private bool SpreadsDifferently(Playbook next)
    {
        var before = Current.Experiments.ToDictionary(experiment => experiment.Experiment.Id);
        return next.Experiments.Any(after => before.TryGetValue(after.Experiment.Id, out var one)
            && !one.Allocator.Plan.Ranges.SequenceEqual(after.Allocator.Plan.Ranges));
    }

    /// <summary>Null for one that somebody wrote into the store past the engine and that makes no sense.</summary>
    private CompiledExperiment? Compile(Stored<Experiment> experiment, SavedGroups groups)
    {
        try
        {
            return new CompiledExperiment(experiment.Value with { Id = experiment.Id }, groups);
        }
        catch (Exception exception)
        {
            Log.Unusable(logger, experiment.Id, exception);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(141, LogLevel.Error, "Experiment {Id} cannot be used and is left out.")]
        public static partial void Unusable(ILogger logger, long id, Exception exception);

        [LoggerMessage(142, LogLevel.Warning, "A change is stored, but could not be taken over yet.")]
        public static partial void NotTakenOver(ILogger logger, Exception exception);
    }
}
