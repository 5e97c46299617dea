namespace PersonalizationEngine.Engine.Sync.Customers.Mapping;

/// <summary>What a field of a record holds, which decides how a cell is read into it.</summary>
public enum FieldKind
{
    Id,
    Text,
    Number,

    /// <summary>True or false: also 1 and 0, yes and no, on and off.</summary>
    Flag,

    Instant,

    /// <summary>A JSON array, or texts with a separator between them.</summary>
    Texts,

    /// <summary>Whatever the column is: a number, a flag, a text; JSON where the mapping says so.</summary>
    Any,
}
