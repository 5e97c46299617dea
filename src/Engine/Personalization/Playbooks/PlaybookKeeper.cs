using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Evaluation;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Personalization.Playbooks;

/// <summary>
/// Keeps the compiled rules and experiments that decisions use. Read again only when the stored version has risen, and swapped
/// in whole; when the store cannot be read the last playbook stays in force, and an experiment that cannot be used is left out.
/// </summary>
public sealed partial class PlaybookKeeper(
    IDefinitions<ContentRule> rules,
    IDefinitions<Experiment> experiments,
    IPlaybookVersion version,
    SlotFallbacks fallbacks,
    ILogger<PlaybookKeeper> logger,
    HoldoutDefault? holdout = null) : IDisposable
{
    private const int PageSize = 500;

    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private Playbook _current = Playbook.Of(RuleSet.Empty, [], fallbacks.Contents, version: -1);

    public Playbook Current => Volatile.Read(ref _current);

    /// <returns>Whether another playbook is in force now.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        await _refreshing.WaitAsync(cancellationToken);
        try
        {
            // Read first: a change between the two reads raises the version again and is picked up by the next refresh.
            var stored = await version.ReadAsync(cancellationToken);
            if (stored == Current.Version) return false;

            var ruleSet = new RuleSet((await AllAsync(rules, cancellationToken)).Select(WithDefaults));
            var compiled = (await AllAsync(experiments, cancellationToken)).Select(Compile).OfType<CompiledExperiment>();
            Volatile.Write(ref _current, Playbook.Of(ruleSet, compiled, fallbacks.Contents, stored));
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

    private ContentRule WithDefaults(Stored<ContentRule> rule) =>
        rule.Value with { Id = rule.Id, Holdout = rule.Value.Holdout ?? holdout?.Share ?? 0 };

    private static async Task<List<Stored<T>>> AllAsync<T>(IDefinitions<T> definitions, CancellationToken cancellationToken)
        where T : class
    {
        var all = new List<Stored<T>>();
        IReadOnlyList<Stored<T>> page;
        do
        {
            page = await definitions.ListAsync(all.Count == 0 ? 0 : all[^1].Id, PageSize, cancellationToken);
            all.AddRange(page);
        }
        while (page.Count == PageSize);
        return all;
    }

    /// <summary>Null for one that somebody wrote into the store past the engine and that makes no sense.</summary>
    private CompiledExperiment? Compile(Stored<Experiment> experiment)
    {
        try
        {
            return new CompiledExperiment(experiment.Value with { Id = experiment.Id });
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
