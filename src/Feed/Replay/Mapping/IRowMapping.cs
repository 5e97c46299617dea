using PersonalizationEngine.Feed.Replay.Reading;
using PersonalizationEngine.Feed.Replay.Values;

namespace PersonalizationEngine.Feed.Replay.Mapping;

/// <summary>Turns a row into events.</summary>
internal interface IRowMapping
{
    /// <summary>Tells this mapping from any other: part of what the webhook ids are made of.</summary>
    string Identity { get; }

    /// <summary>The columns it reads, as far as they are known beforehand.</summary>
    IEnumerable<string> Columns { get; }

    MappedRow Map(SourceRecord.Row row, MomentContext moments);
}
