namespace PersonalizationEngine.Adapters.Sql.Privacy;

/// <summary>What an erasure does with rows about a person.</summary>
public enum Treatment
{
    Delete,

    /// <summary>The fact stays, and a pseudonym stands where an id was.</summary>
    Pseudonyms,

    /// <summary>The id is cut out of the position, which then lies a little earlier.</summary>
    Positions,

    /// <summary>The fact stays, with a keyed hash where the address was: who must not be written to must stay known.</summary>
    Hashes,
}
