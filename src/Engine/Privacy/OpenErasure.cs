namespace PersonalizationEngine.Engine.Privacy;

/// <summary>An erasure that is not through yet, with whom it is about.</summary>
/// <param name="Ids">Null when they were sealed with another key, or are sealed no more.</param>
public sealed record OpenErasure(Erasure Erasure, PersonIds? Ids);
