using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>
/// Keeps the compiled templates. They are read again when the playbook has been, for the version of the store rises with templates
/// too; one that has not changed is not compiled again. While the store cannot be read the last ones stay in force.
/// </summary>
public sealed partial class TemplateKeeper(
    IDefinitions<MessageTemplateSource> store, PlaybookKeeper playbooks, Workshop workshop, ILogger<TemplateKeeper> logger) : IMessageTemplates, IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private Kept? _kept;

    public async Task<IMessageTemplate?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var kept = Volatile.Read(ref _kept);
        if (kept is null || kept.Version != playbooks.Current.Version) kept = await RefreshAsync(cancellationToken);
        return kept.ByKey.GetValueOrDefault(key);
    }

    public void Dispose() => _reading.Dispose();

    private async Task<Kept> RefreshAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            // Before the templates: a change in between is taken over the next time.
            var version = playbooks.Current.Version;
            if (_kept is { } present && present.Version == version) return present;
            var stored = await store.AllAsync(cancellationToken);
            var next = new Kept(version, stored.Select(Compile).OfType<CompiledTemplate>().ToFrozenDictionary(template => template.Key, StringComparer.Ordinal));
            Volatile.Write(ref _kept, next);
            return next;
        }
        catch (Exception exception) when (_kept is not null && exception is not OperationCanceledException)
        {
            Log.NotRead(logger, exception);
            return _kept;
        }
        finally
        {
            _reading.Release();
        }
    }

    private CompiledTemplate? Compile(Stored<MessageTemplateSource> stored)
    {
        if (_kept?.ByKey.GetValueOrDefault(stored.Value.Key) is { } present && present.IsOf(stored)) return present;
        var faults = new List<DocumentFault>();
        var compiled = CompiledTemplate.Of(stored.Value, workshop, faults, stored.Id, stored.Version);
        if (compiled is null) Log.Unusable(logger, stored.Value.Key, faults[0].ToString());
        return compiled;
    }

    private sealed record Kept(long Version, FrozenDictionary<string, CompiledTemplate> ByKey);

    private static partial class Log
    {
        [LoggerMessage(640, LogLevel.Error, "Template {Key} cannot be used and is left out: {Fault}.")]
        public static partial void Unusable(ILogger logger, string key, string fault);

        [LoggerMessage(641, LogLevel.Warning, "The templates could not be read again; the last ones stay in force.")]
        public static partial void NotRead(ILogger logger, Exception exception);
    }
}
