using System.Text.Json;
using PersonalizationEngine.Engine.Identity;

namespace PersonalizationEngine.Functions.Admin.People.Merges;

/// <summary>Two people who became one.</summary>
/// <param name="From">The person that is no more.</param>
/// <param name="To">The person everything went to.</param>
/// <param name="Because">The identity that showed the two to be one.</param>
/// <param name="Source">Who said so: <c>rybbit</c> or <c>cdp</c>.</param>
/// <param name="EventId">Of the event that said so.</param>
/// <param name="Before">The two just before, as <c>from</c> and <c>to</c>; null where it is not kept any more.</param>
/// <param name="UndoneAt">Null while it holds.</param>
internal sealed record MergeAnswer(
    long Id, DateTimeOffset At, string From, string To, string Because, string Source, string EventId, JsonElement? Before,
    DateTimeOffset? UndoneAt, string? UndoneBy)
{
    public static MergeAnswer Of(NotedMerge merge) => new(
        merge.Id, merge.At, merge.From, merge.To, merge.Because, merge.Source, merge.EventId, merge.Before, merge.UndoneAt, merge.UndoneBy);
}
