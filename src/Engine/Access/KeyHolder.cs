namespace PersonalizationEngine.Engine.Access;

/// <summary>Somebody who has proven who they are.</summary>
/// <param name="Name">By which the audit tells of them.</param>
/// <param name="Mark">By which the source finds the same key again, without being the key.</param>
public sealed record KeyHolder(string Name, AccessRole Role, KeySource Source, string Mark);
