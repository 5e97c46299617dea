using System.Globalization;

namespace PersonalizationEngine.Core.Delivery.Digests;

/// <summary>The time over which messages of one topic to one person are collected into one.</summary>
/// <param name="Start">Inclusive.</param>
/// <param name="End">Exclusive: when the collection is sent.</param>
/// <param name="Number">
/// From 1, and larger from one window of the person and topic to the next. Person, topic and number are the unique key of the
/// row that holds it: of two workers that open one at once, one finds it there and joins.
/// </param>
public sealed record DigestWindow(string PersonId, string Topic, DateTimeOffset Start, DateTimeOffset End, long Number)
{
    /// <summary>Unique text of the window, for the message it becomes; of two different windows never the same.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"digest:{Number}:{Topic.Length}:{Topic}:{PersonId}");
}
