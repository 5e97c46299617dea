using System.Text.Json;

namespace PersonalizationEngine.Engine.Sync.Customers.Positions;

/// <summary>How far the reading of a table has come.</summary>
/// <param name="Shape">Of the mapping it was read by.</param>
/// <param name="Pass">Number of the reading, from 1.</param>
/// <param name="Began">When the pass began.</param>
/// <param name="Done">The pass is complete; <paramref name="Cursor"/> is where the next one begins.</param>
/// <param name="Cursor">Null for the beginning of the table.</param>
internal sealed record TablePosition(string Shape, long Pass, DateTimeOffset Began, bool Done, ReadingCursor? Cursor)
{
    /// <summary>Null when there is none. One that another mapping left keeps its number: its events must not be taken for this one's.</summary>
    public static TablePosition? Read(string? json, string shape)
    {
        if (json is null || JsonSerializer.Deserialize(json, PositionJson.Short.StoredPosition) is not { } stored) return null;
        var began = DateTimeOffset.FromUnixTimeMilliseconds(stored.Began);
        if (stored.Shape != shape) return new TablePosition(shape, stored.Pass, DateTimeOffset.MinValue, true, null);
        var cursor = stored.Start ? null : new ReadingCursor(CursorText.Read(stored.Order), stored.Key?.Select(CursorText.Read).ToList());
        return new TablePosition(shape, stored.Pass, began, stored.Done, cursor);
    }

    public string Write() => JsonSerializer.Serialize(
        new StoredPosition(
            Shape, Pass, Began.ToUnixTimeMilliseconds(), Done, Cursor is null, CursorText.Write(Cursor?.Order),
            Cursor?.Key?.Select(CursorText.Write).ToList()),
        PositionJson.Short.StoredPosition);
}
