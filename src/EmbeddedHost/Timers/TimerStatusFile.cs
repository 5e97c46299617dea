using System.Text.Json;
using EmbeddedHost.Settings;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Timers;

/// <summary>timers.json: the status of every monitored timer, by the name of its function.</summary>
internal sealed class TimerStatusFile
{
    private const string FileName = "timers.json";
    private readonly DataFolder _folder;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TimerStatus> _statuses;

    /// <summary>A file that cannot be read is as good as none: the timers begin anew.</summary>
    public TimerStatusFile(DataFolder folder, ILogger logger)
    {
        _folder = folder;
        try
        {
            _statuses = folder.Read(FileName) is { } json
                ? JsonSerializer.Deserialize(json, TimerJson.Default.DictionaryStringTimerStatus) ?? []
                : [];
        }
        catch (JsonException mistake)
        {
            logger.StatusFileUnreadable(folder.PathOf(FileName), mistake);
            _statuses = [];
        }
    }

    public TimerStatus? Find(string function)
    {
        lock (_lock) return _statuses.GetValueOrDefault(function);
    }

    public void Save(string function, TimerStatus status)
    {
        lock (_lock)
        {
            _statuses[function] = status;
            _folder.Replace(
                FileName, JsonSerializer.SerializeToUtf8Bytes(_statuses, TimerJson.Default.DictionaryStringTimerStatus));
        }
    }
}
